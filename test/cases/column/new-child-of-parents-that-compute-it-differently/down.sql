DROP TABLE public."both";
DROP TABLE public.next;
