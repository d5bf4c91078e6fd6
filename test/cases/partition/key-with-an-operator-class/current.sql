CREATE TABLE words (id int, "The Word" varchar, place text) PARTITION BY RANGE ("The Word" varchar_ops, place COLLATE "C");
CREATE TABLE words_a PARTITION OF words FOR VALUES FROM ('a', 'a') TO ('b', 'a') PARTITION BY LIST (place COLLATE "C" text_pattern_ops);
CREATE TABLE words_a_x PARTITION OF words_a FOR VALUES IN ('x');
CREATE TABLE hashed (a int, b text) PARTITION BY HASH (a, lower(b) text_ops);
