-- For finding a contact by any part of its name, number or address. Both may be created by the owner of the database.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;
