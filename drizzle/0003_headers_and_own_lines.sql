CREATE TABLE "segment_line_edits" (
	"workspace_id" bigint NOT NULL,
	"segment_id" bigint NOT NULL,
	"step_no" integer NOT NULL,
	"line_no" bigint NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "segment_line_edits_workspace_id_segment_id_step_no_line_no_pk" PRIMARY KEY("workspace_id","segment_id","step_no","line_no")
);
--> statement-breakpoint
ALTER TABLE "interaction_log_entries" ADD COLUMN "subject" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "interaction_log_entries" ADD COLUMN "time_of_interaction" time(0);--> statement-breakpoint
ALTER TABLE "interaction_log_entries" ADD COLUMN "evaluation" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "interaction_log_entries" ADD COLUMN "attempt_failed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interaction_log_entries" ADD COLUMN "campaign_target" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interaction_log_entries" ADD COLUMN "campaign_response" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "segment_lines" ADD COLUMN "own" jsonb;--> statement-breakpoint
ALTER TABLE "segment_steps" ADD COLUMN "cost" numeric(18, 2) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "segment_steps" ADD COLUMN "duration" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "segment_steps" ADD COLUMN "header_before" jsonb;--> statement-breakpoint
ALTER TABLE "segment_steps" ADD COLUMN "header_after" jsonb;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "campaign_target" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "campaign_response" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "interaction_group_code" text;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "language_code" text;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "subject" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "information_flow" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "initiated_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "correspondence_type" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "ignore_contact_correspondence_type" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "cost" numeric(18, 2) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "duration" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "last_change" text DEFAULT 'create' NOT NULL;--> statement-breakpoint
ALTER TABLE "segment_line_edits" ADD CONSTRAINT "segment_line_edits_step_fk" FOREIGN KEY ("workspace_id","segment_id","step_no") REFERENCES "public"."segment_steps"("workspace_id","segment_id","no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_group_fk" FOREIGN KEY ("workspace_id","interaction_group_code") REFERENCES "public"."interaction_groups"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_language_fk" FOREIGN KEY ("workspace_id","language_code") REFERENCES "public"."languages"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contacts_name" ON "contacts" USING btree ("workspace_id",(lower("name") collate "C"));--> statement-breakpoint
CREATE INDEX "contacts_search" ON "contacts" USING gin ("workspace_id",lower("name" || ' ' || "no" || ' ' || "email") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "segment_lines_own" ON "segment_lines" USING btree ("workspace_id","segment_id","line_no") WHERE "segment_lines"."own" is not null;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_totals" CHECK ("segments"."cost" >= 0 and "segments"."duration" >= 0);--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_campaign_flags" CHECK ("segments"."campaign_id" is not null or not ("segments"."campaign_target" or "segments"."campaign_response"));