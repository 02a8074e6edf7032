CREATE TABLE "attachments" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "attachments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"member_id" bigint NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attachments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "call_items" (
	"workspace_id" bigint NOT NULL,
	"call_list_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"state" text NOT NULL,
	"member_id" bigint NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone,
	"outcome" text,
	"calls" integer DEFAULT 0 NOT NULL,
	"entry_id" bigint,
	CONSTRAINT "call_items_workspace_id_call_list_id_contact_id_pk" PRIMARY KEY("workspace_id","call_list_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "call_lists" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "call_lists_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"segment_id" bigint NOT NULL,
	"channel" text NOT NULL,
	"started_by" bigint NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	CONSTRAINT "call_lists_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "campaign_targets" (
	"workspace_id" bigint NOT NULL,
	"campaign_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "campaign_targets_workspace_id_campaign_id_contact_id_pk" PRIMARY KEY("workspace_id","campaign_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "interaction_template_languages" (
	"workspace_id" bigint NOT NULL,
	"template_code" text NOT NULL,
	"language_code" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"attachment_id" bigint,
	CONSTRAINT "interaction_template_languages_pk" PRIMARY KEY("workspace_id","template_code","language_code")
);
--> statement-breakpoint
CREATE TABLE "channel_problems" (
	"workspace_id" bigint NOT NULL,
	"channel" text NOT NULL,
	"error" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "channel_problems_workspace_id_channel_pk" PRIMARY KEY("workspace_id","channel")
);
--> statement-breakpoint
CREATE TABLE "follow_up_proposals" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "follow_up_proposals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"logged_segment_id" bigint NOT NULL,
	"member_id" bigint NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"segment_id" bigint,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "follow_up_proposals_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "interaction_comments" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "interaction_comments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entry_id" bigint NOT NULL,
	"comment" text NOT NULL,
	"member_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "interaction_comments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "digest_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "modified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "interaction_templates" ADD COLUMN "campaign_id" bigint;--> statement-breakpoint
ALTER TABLE "interaction_templates" ADD COLUMN "campaign_target" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interaction_templates" ADD COLUMN "campaign_response" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "channel_posts" ADD COLUMN "not_before" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "minor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "parental_consent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "privacy_blocked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_entries" ADD COLUMN "segment_no" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_entries" ADD COLUMN "manual" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interaction_log_entries" ADD COLUMN "segment_id" bigint;--> statement-breakpoint
ALTER TABLE "interaction_log_entries" ADD COLUMN "attachment_id" bigint;--> statement-breakpoint
ALTER TABLE "interaction_log_entries" ADD COLUMN "delivery_status" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "interaction_log_entries" ADD COLUMN "postponed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "log_runs" ADD COLUMN "send_attachments" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "languages" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace_settings" ADD COLUMN "flagged_policy" text DEFAULT 'allow' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace_settings" ADD COLUMN "call_template_code" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_items" ADD CONSTRAINT "call_items_list_fk" FOREIGN KEY ("workspace_id","call_list_id") REFERENCES "public"."call_lists"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_items" ADD CONSTRAINT "call_items_contact_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_items" ADD CONSTRAINT "call_items_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_items" ADD CONSTRAINT "call_items_entry_fk" FOREIGN KEY ("workspace_id","entry_id") REFERENCES "public"."interaction_log_entries"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_lists" ADD CONSTRAINT "call_lists_segment_fk" FOREIGN KEY ("workspace_id","segment_id") REFERENCES "public"."segments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_lists" ADD CONSTRAINT "call_lists_started_by_fk" FOREIGN KEY ("workspace_id","started_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_targets" ADD CONSTRAINT "campaign_targets_campaign_fk" FOREIGN KEY ("workspace_id","campaign_id") REFERENCES "public"."campaigns"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_targets" ADD CONSTRAINT "campaign_targets_contact_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_template_languages" ADD CONSTRAINT "interaction_template_languages_template_fk" FOREIGN KEY ("workspace_id","template_code") REFERENCES "public"."interaction_templates"("workspace_id","code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_template_languages" ADD CONSTRAINT "interaction_template_languages_language_fk" FOREIGN KEY ("workspace_id","language_code") REFERENCES "public"."languages"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_template_languages" ADD CONSTRAINT "interaction_template_languages_attachment_fk" FOREIGN KEY ("workspace_id","attachment_id") REFERENCES "public"."attachments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_problems" ADD CONSTRAINT "channel_problems_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_proposals" ADD CONSTRAINT "follow_up_proposals_logged_segment_fk" FOREIGN KEY ("workspace_id","logged_segment_id") REFERENCES "public"."logged_segments"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_proposals" ADD CONSTRAINT "follow_up_proposals_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_proposals" ADD CONSTRAINT "follow_up_proposals_segment_fk" FOREIGN KEY ("workspace_id","segment_id") REFERENCES "public"."segments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_comments" ADD CONSTRAINT "interaction_comments_entry_fk" FOREIGN KEY ("workspace_id","entry_id") REFERENCES "public"."interaction_log_entries"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_comments" ADD CONSTRAINT "interaction_comments_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_items_waiting" ON "call_items" USING btree ("workspace_id","call_list_id","until") WHERE "call_items"."state" <> 'done';--> statement-breakpoint
CREATE INDEX "call_items_entry" ON "call_items" USING btree ("workspace_id","entry_id") WHERE "call_items"."entry_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "call_lists_segment" ON "call_lists" USING btree ("workspace_id","segment_id");--> statement-breakpoint
CREATE INDEX "interaction_template_languages_attachment" ON "interaction_template_languages" USING btree ("workspace_id","attachment_id") WHERE "interaction_template_languages"."attachment_id" is not null;--> statement-breakpoint
CREATE INDEX "interaction_comments_entry" ON "interaction_comments" USING btree ("workspace_id","entry_id","id");--> statement-breakpoint
ALTER TABLE "interaction_templates" ADD CONSTRAINT "interaction_templates_campaign_fk" FOREIGN KEY ("workspace_id","campaign_id") REFERENCES "public"."campaigns"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_log_entries" ADD CONSTRAINT "interaction_log_entries_segment_fk" FOREIGN KEY ("workspace_id","segment_id") REFERENCES "public"."segments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_log_entries" ADD CONSTRAINT "interaction_log_entries_attachment_fk" FOREIGN KEY ("workspace_id","attachment_id") REFERENCES "public"."attachments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_entries_manual" ON "campaign_entries" USING btree ("workspace_id","campaign_id") WHERE "campaign_entries"."manual";--> statement-breakpoint
CREATE INDEX "interaction_log_entries_company" ON "interaction_log_entries" USING btree ("workspace_id","company_id","date");--> statement-breakpoint
CREATE INDEX "interaction_log_entries_date" ON "interaction_log_entries" USING btree ("workspace_id","date","id");--> statement-breakpoint
CREATE INDEX "interaction_log_entries_campaign_entry" ON "interaction_log_entries" USING btree ("workspace_id","campaign_entry_id");--> statement-breakpoint
CREATE INDEX "interaction_log_entries_segment" ON "interaction_log_entries" USING btree ("workspace_id","segment_id") WHERE "interaction_log_entries"."segment_id" is not null;--> statement-breakpoint
CREATE INDEX "interaction_log_entries_attachment" ON "interaction_log_entries" USING btree ("workspace_id","attachment_id") WHERE "interaction_log_entries"."attachment_id" is not null;