ALTER TYPE public.wide ALTER ATTRIBUTE a TYPE text CASCADE;
ALTER TYPE public.mood ADD VALUE 'happy';
