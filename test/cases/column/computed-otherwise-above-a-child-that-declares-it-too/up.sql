ALTER TABLE ONLY public.sales ALTER COLUMN total SET EXPRESSION AS (price * 4);
ALTER TABLE ONLY public.old_sales ALTER COLUMN total SET EXPRESSION AS (price * 4);
