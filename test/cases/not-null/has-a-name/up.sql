ALTER TABLE public.t RENAME CONSTRAINT t_a_not_null TO given;
ALTER TABLE public.t RENAME CONSTRAINT old TO newer;
