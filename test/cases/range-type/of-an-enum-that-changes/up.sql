ALTER TYPE public.mood ADD VALUE 'bad' BEFORE 'sad';
ALTER TYPE public.mood ADD VALUE 'happy';
