DROP TABLE public.p3;
ALTER INDEX public.p2_lower_idx SET (fillfactor=70);
ALTER INDEX public.p2_lower_idx ALTER COLUMN 1 SET STATISTICS -1;
ALTER INDEX public.p1_lower_idx RESET (fillfactor);
ALTER INDEX public.p1_lower_idx ALTER COLUMN 1 SET STATISTICS 300;
ALTER TABLE ONLY public.ai ALTER COLUMN 1 SET STATISTICS 300;
ALTER INDEX public.p2_pkey RESET (fillfactor);
ALTER INDEX public.p1_pkey SET (fillfactor=66);
