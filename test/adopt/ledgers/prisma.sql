-- As Prisma's schema engine makes it; one migration was rolled back and applied again.
CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0);
INSERT INTO _prisma_migrations VALUES ('b6a0e3a2-0000-0000-0000-000000000001', 'a', '2024-01-01', '20240101000000_users', NULL, NULL, '2024-01-01', 1);
INSERT INTO _prisma_migrations VALUES ('b6a0e3a2-0000-0000-0000-000000000002', 'b', NULL, '20240102000000_devices', 'failed', '2024-01-03', '2024-01-02', 0);
INSERT INTO _prisma_migrations VALUES ('b6a0e3a2-0000-0000-0000-000000000003', 'b', '2024-01-04', '20240102000000_devices', NULL, NULL, '2024-01-04', 1);
