CREATE TABLE "audit_log" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"member_id" bigint,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "audit_log_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "handled_requests" (
	"workspace_id" bigint NOT NULL,
	"key" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"answer" jsonb,
	CONSTRAINT "handled_requests_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "members_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slack_user_id" text NOT NULL,
	"name" text NOT NULL,
	"locale" text DEFAULT 'en-US' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"slack_admin" boolean DEFAULT false NOT NULL,
	"outsider" boolean DEFAULT false NOT NULL,
	"deactivated" boolean DEFAULT false NOT NULL,
	"is_manager" boolean DEFAULT false NOT NULL,
	"salesperson_code" text,
	"profile_read_at" timestamp with time zone,
	CONSTRAINT "members_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"workspace_id" bigint NOT NULL,
	"series" text NOT NULL,
	"prefix" text NOT NULL,
	"digits" integer NOT NULL,
	"next" bigint DEFAULT 1 NOT NULL,
	"manual_allowed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "number_series_workspace_id_series_pk" PRIMARY KEY("workspace_id","series")
);
--> statement-breakpoint
CREATE TABLE "workspace_settings" (
	"workspace_id" bigint PRIMARY KEY NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"time_zone" text DEFAULT 'Europe/Copenhagen' NOT NULL,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"approval_policy" text DEFAULT 'campaign' NOT NULL,
	"allow_own_approval" boolean DEFAULT false NOT NULL,
	"log_channel" text,
	"demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "workspace_settings_approval_policy" CHECK ("workspace_settings"."approval_policy" in ('campaign', 'always', 'never'))
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "workspaces_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"team_id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspaces_team_id_unique" UNIQUE("team_id")
);
--> statement-breakpoint
CREATE TABLE "business_relations" (
	"workspace_id" bigint NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "business_relations_workspace_id_code_pk" PRIMARY KEY("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "campaign_statuses" (
	"workspace_id" bigint NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "campaign_statuses_workspace_id_code_pk" PRIMARY KEY("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "countries" (
	"workspace_id" bigint NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "countries_workspace_id_code_pk" PRIMARY KEY("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "currencies" (
	"workspace_id" bigint NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "currencies_workspace_id_code_pk" PRIMARY KEY("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "industry_groups" (
	"workspace_id" bigint NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "industry_groups_workspace_id_code_pk" PRIMARY KEY("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "interaction_groups" (
	"workspace_id" bigint NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "interaction_groups_workspace_id_code_pk" PRIMARY KEY("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "job_responsibilities" (
	"workspace_id" bigint NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "job_responsibilities_workspace_id_code_pk" PRIMARY KEY("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "languages" (
	"workspace_id" bigint NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "languages_workspace_id_code_pk" PRIMARY KEY("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "mailing_groups" (
	"workspace_id" bigint NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "mailing_groups_workspace_id_code_pk" PRIMARY KEY("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "organizational_levels" (
	"workspace_id" bigint NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "organizational_levels_workspace_id_code_pk" PRIMARY KEY("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "salespeople" (
	"workspace_id" bigint NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"commission_pct" numeric DEFAULT '0' NOT NULL,
	"blocked" boolean DEFAULT false NOT NULL,
	CONSTRAINT "salespeople_workspace_id_code_pk" PRIMARY KEY("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "salutations" (
	"workspace_id" bigint NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "salutations_workspace_id_code_pk" PRIMARY KEY("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "territories" (
	"workspace_id" bigint NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "territories_workspace_id_code_pk" PRIMARY KEY("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "web_sources" (
	"workspace_id" bigint NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "web_sources_workspace_id_code_pk" PRIMARY KEY("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "contacts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"no" text NOT NULL,
	"type" text NOT NULL,
	"company_id" bigint,
	"company_name" text DEFAULT '' NOT NULL,
	"name" text NOT NULL,
	"first_name" text DEFAULT '' NOT NULL,
	"middle_name" text DEFAULT '' NOT NULL,
	"surname" text DEFAULT '' NOT NULL,
	"job_title" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"address_2" text DEFAULT '' NOT NULL,
	"post_code" text DEFAULT '' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"county" text DEFAULT '' NOT NULL,
	"country_code" text,
	"territory_code" text,
	"currency_code" text,
	"language_code" text,
	"salesperson_code" text,
	"salutation_code" text,
	"organizational_level_code" text,
	"correspondence_type" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"vat_registration_no" text DEFAULT '' NOT NULL,
	"exclude_from_segment" boolean DEFAULT false NOT NULL,
	"origin" text DEFAULT '' NOT NULL,
	"origin_no" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"modified_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contacts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "contacts_type" CHECK ("contacts"."type" in ('company', 'person')),
	CONSTRAINT "contacts_company_is_itself" CHECK ("contacts"."type" = 'person' or "contacts"."company_id" = "contacts"."id")
);
--> statement-breakpoint
CREATE TABLE "contact_alt_address_date_ranges" (
	"workspace_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"code" text NOT NULL,
	"starting_date" date NOT NULL,
	"ending_date" date,
	CONSTRAINT "contact_alt_address_date_ranges_workspace_id_contact_id_code_starting_date_pk" PRIMARY KEY("workspace_id","contact_id","code","starting_date")
);
--> statement-breakpoint
CREATE TABLE "contact_alt_addresses" (
	"workspace_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"code" text NOT NULL,
	"company_name" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"address_2" text DEFAULT '' NOT NULL,
	"post_code" text DEFAULT '' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"county" text DEFAULT '' NOT NULL,
	"country_code" text,
	CONSTRAINT "contact_alt_addresses_workspace_id_contact_id_code_pk" PRIMARY KEY("workspace_id","contact_id","code")
);
--> statement-breakpoint
CREATE TABLE "contact_business_relations" (
	"workspace_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"code" text NOT NULL,
	"link_to" text DEFAULT '' NOT NULL,
	"link_no" text DEFAULT '' NOT NULL,
	CONSTRAINT "contact_business_relations_workspace_id_contact_id_code_pk" PRIMARY KEY("workspace_id","contact_id","code")
);
--> statement-breakpoint
CREATE TABLE "contact_industry_groups" (
	"workspace_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "contact_industry_groups_workspace_id_contact_id_code_pk" PRIMARY KEY("workspace_id","contact_id","code")
);
--> statement-breakpoint
CREATE TABLE "contact_job_responsibilities" (
	"workspace_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "contact_job_responsibilities_workspace_id_contact_id_code_pk" PRIMARY KEY("workspace_id","contact_id","code")
);
--> statement-breakpoint
CREATE TABLE "contact_mailing_groups" (
	"workspace_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "contact_mailing_groups_workspace_id_contact_id_code_pk" PRIMARY KEY("workspace_id","contact_id","code")
);
--> statement-breakpoint
CREATE TABLE "contact_web_sources" (
	"workspace_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"code" text NOT NULL,
	"search_word" text DEFAULT '' NOT NULL,
	CONSTRAINT "contact_web_sources_workspace_id_contact_id_code_pk" PRIMARY KEY("workspace_id","contact_id","code")
);
--> statement-breakpoint
CREATE TABLE "contact_profile_answers" (
	"workspace_id" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"questionnaire_code" text NOT NULL,
	"line_no" integer NOT NULL,
	"priority" text NOT NULL,
	CONSTRAINT "contact_profile_answers_workspace_id_contact_id_questionnaire_code_line_no_pk" PRIMARY KEY("workspace_id","contact_id","questionnaire_code","line_no")
);
--> statement-breakpoint
CREATE TABLE "profile_questionnaire_lines" (
	"workspace_id" bigint NOT NULL,
	"questionnaire_code" text NOT NULL,
	"line_no" integer NOT NULL,
	"type" text NOT NULL,
	"question_line_no" integer NOT NULL,
	"description" text NOT NULL,
	"multiple_answers" boolean NOT NULL,
	"priority" text NOT NULL,
	"auto_classification" boolean NOT NULL,
	"classification" jsonb,
	CONSTRAINT "profile_questionnaire_lines_workspace_id_questionnaire_code_line_no_pk" PRIMARY KEY("workspace_id","questionnaire_code","line_no")
);
--> statement-breakpoint
CREATE TABLE "profile_questionnaires" (
	"workspace_id" bigint NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	"contact_type" text NOT NULL,
	"business_relation_code" text,
	"priority" text NOT NULL,
	CONSTRAINT "profile_questionnaires_workspace_id_code_pk" PRIMARY KEY("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "campaigns_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"no" text NOT NULL,
	"description" text NOT NULL,
	"starting_date" date,
	"ending_date" date,
	"salesperson_code" text,
	"status_code" text,
	"log_channel" text,
	CONSTRAINT "campaigns_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "interaction_templates" (
	"workspace_id" bigint NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	"interaction_group_code" text NOT NULL,
	"unit_cost" numeric(18, 2) DEFAULT '0' NOT NULL,
	"unit_duration" integer DEFAULT 0 NOT NULL,
	"information_flow" text DEFAULT '' NOT NULL,
	"initiated_by" text DEFAULT '' NOT NULL,
	"language_code" text,
	"correspondence_type" text DEFAULT '' NOT NULL,
	"wizard_action" text DEFAULT '' NOT NULL,
	"ignore_contact_correspondence_type" boolean DEFAULT false NOT NULL,
	CONSTRAINT "interaction_templates_workspace_id_code_pk" PRIMARY KEY("workspace_id","code")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "drafts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"member_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "drafts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "segment_lines" (
	"workspace_id" bigint NOT NULL,
	"segment_id" bigint NOT NULL,
	"line_no" bigint NOT NULL,
	"contact_id" bigint NOT NULL,
	"copy" integer DEFAULT 0 NOT NULL,
	"is_company" boolean NOT NULL,
	"live" boolean DEFAULT true NOT NULL,
	"added_step" integer NOT NULL,
	"removed_step" integer,
	CONSTRAINT "segment_lines_workspace_id_segment_id_line_no_pk" PRIMARY KEY("workspace_id","segment_id","line_no")
);
--> statement-breakpoint
CREATE TABLE "segment_steps" (
	"workspace_id" bigint NOT NULL,
	"segment_id" bigint NOT NULL,
	"no" integer NOT NULL,
	"input" jsonb NOT NULL,
	"first_line_no" bigint NOT NULL,
	"last_line_no" bigint NOT NULL,
	"companies" integer NOT NULL,
	"people" integer NOT NULL,
	"member_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "segment_steps_workspace_id_segment_id_no_pk" PRIMARY KEY("workspace_id","segment_id","no")
);
--> statement-breakpoint
CREATE TABLE "segments" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "segments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"no" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"date" date NOT NULL,
	"salesperson_code" text,
	"campaign_id" bigint,
	"interaction_template_code" text,
	"unit_cost" numeric(18, 2) DEFAULT '0' NOT NULL,
	"unit_duration" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"current_step" integer DEFAULT 0 NOT NULL,
	"last_step" integer DEFAULT 0 NOT NULL,
	"last_line_no" bigint DEFAULT 0 NOT NULL,
	"companies" integer DEFAULT 0 NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_by" bigint NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "segments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "segments_state" CHECK ("segments"."state" in ('open', 'submitted', 'approved', 'logging', 'logged')),
	CONSTRAINT "segments_unit_cost" CHECK ("segments"."unit_cost" >= 0),
	CONSTRAINT "segments_unit_duration" CHECK ("segments"."unit_duration" >= 0),
	CONSTRAINT "segments_steps" CHECK ("segments"."current_step" between 0 and "segments"."last_step")
);
--> statement-breakpoint
CREATE TABLE "approval_requests" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "approval_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"segment_id" bigint NOT NULL,
	"segment_version" integer NOT NULL,
	"fingerprint" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"companies" integer NOT NULL,
	"people" integer NOT NULL,
	"requested_by" bigint NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp with time zone,
	"comment" text DEFAULT '' NOT NULL,
	"change" jsonb,
	CONSTRAINT "approval_requests_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "approval_requests_status" CHECK ("approval_requests"."status" in ('pending', 'approved', 'rejected', 'voided'))
);
--> statement-breakpoint
CREATE TABLE "campaign_entries" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "campaign_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entry_no" bigint NOT NULL,
	"campaign_id" bigint NOT NULL,
	"description" text NOT NULL,
	"date" date NOT NULL,
	"salesperson_code" text,
	"member_id" bigint NOT NULL,
	"logged_segment_id" bigint,
	"canceled" boolean DEFAULT false NOT NULL,
	CONSTRAINT "campaign_entries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "interaction_log_entries" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "interaction_log_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"contact_id" bigint NOT NULL,
	"company_id" bigint,
	"date" date NOT NULL,
	"description" text NOT NULL,
	"interaction_group_code" text NOT NULL,
	"interaction_template_code" text NOT NULL,
	"information_flow" text NOT NULL,
	"initiated_by" text NOT NULL,
	"correspondence_type" text NOT NULL,
	"language_code" text,
	"salesperson_code" text NOT NULL,
	"cost" numeric(18, 2) NOT NULL,
	"duration" integer NOT NULL,
	"campaign_id" bigint,
	"campaign_entry_id" bigint,
	"logged_segment_id" bigint,
	"member_id" bigint NOT NULL,
	"logged_at" timestamp with time zone NOT NULL,
	"canceled" boolean DEFAULT false NOT NULL,
	CONSTRAINT "interaction_log_entries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "interaction_log_entries_cost" CHECK ("interaction_log_entries"."cost" >= 0 and "interaction_log_entries"."duration" >= 0)
);
--> statement-breakpoint
CREATE TABLE "log_runs" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "log_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"segment_id" bigint NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"channel" text NOT NULL,
	"follow_up" boolean DEFAULT false NOT NULL,
	"requested_by" bigint NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"error" text,
	CONSTRAINT "log_runs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "logged_segments" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "logged_segments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entry_no" bigint NOT NULL,
	"segment_id" bigint NOT NULL,
	"segment_no" text NOT NULL,
	"description" text NOT NULL,
	"created_on" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"member_id" bigint NOT NULL,
	"approval_request_id" bigint,
	"follow_up_segment_id" bigint,
	"channel" text NOT NULL,
	"companies" integer NOT NULL,
	"people" integer NOT NULL,
	"cost" numeric(18, 2) NOT NULL,
	"duration" bigint NOT NULL,
	"canceled" boolean DEFAULT false NOT NULL,
	CONSTRAINT "logged_segments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "channel_posts" (
	"workspace_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "channel_posts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"subject" text NOT NULL,
	"channel" text NOT NULL,
	"content" jsonb NOT NULL,
	"parent_id" bigint,
	"revision" integer DEFAULT 1 NOT NULL,
	"posted_revision" integer DEFAULT 0 NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"slack_channel" text,
	"slack_ts" text,
	"slack_file_id" text,
	"attempted_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"posted_at" timestamp with time zone,
	"error" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "channel_posts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "job_workers" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"application_name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handled_requests" ADD CONSTRAINT "handled_requests_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_settings" ADD CONSTRAINT "workspace_settings_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "business_relations" ADD CONSTRAINT "business_relations_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_statuses" ADD CONSTRAINT "campaign_statuses_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "countries" ADD CONSTRAINT "countries_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "currencies" ADD CONSTRAINT "currencies_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "industry_groups" ADD CONSTRAINT "industry_groups_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_groups" ADD CONSTRAINT "interaction_groups_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_responsibilities" ADD CONSTRAINT "job_responsibilities_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "languages" ADD CONSTRAINT "languages_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing_groups" ADD CONSTRAINT "mailing_groups_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizational_levels" ADD CONSTRAINT "organizational_levels_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "salespeople" ADD CONSTRAINT "salespeople_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "salutations" ADD CONSTRAINT "salutations_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "territories" ADD CONSTRAINT "territories_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "web_sources" ADD CONSTRAINT "web_sources_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_company_fk" FOREIGN KEY ("workspace_id","company_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_country_fk" FOREIGN KEY ("workspace_id","country_code") REFERENCES "public"."countries"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_territory_fk" FOREIGN KEY ("workspace_id","territory_code") REFERENCES "public"."territories"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_currency_fk" FOREIGN KEY ("workspace_id","currency_code") REFERENCES "public"."currencies"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_language_fk" FOREIGN KEY ("workspace_id","language_code") REFERENCES "public"."languages"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_salesperson_fk" FOREIGN KEY ("workspace_id","salesperson_code") REFERENCES "public"."salespeople"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_salutation_fk" FOREIGN KEY ("workspace_id","salutation_code") REFERENCES "public"."salutations"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_organizational_level_fk" FOREIGN KEY ("workspace_id","organizational_level_code") REFERENCES "public"."organizational_levels"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_alt_address_date_ranges" ADD CONSTRAINT "contact_alt_address_date_ranges_address_fk" FOREIGN KEY ("workspace_id","contact_id","code") REFERENCES "public"."contact_alt_addresses"("workspace_id","contact_id","code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_alt_addresses" ADD CONSTRAINT "contact_alt_addresses_contact_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_alt_addresses" ADD CONSTRAINT "contact_alt_addresses_country_fk" FOREIGN KEY ("workspace_id","country_code") REFERENCES "public"."countries"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_business_relations" ADD CONSTRAINT "contact_business_relations_contact_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_business_relations" ADD CONSTRAINT "contact_business_relations_code_fk" FOREIGN KEY ("workspace_id","code") REFERENCES "public"."business_relations"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_industry_groups" ADD CONSTRAINT "contact_industry_groups_contact_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_industry_groups" ADD CONSTRAINT "contact_industry_groups_code_fk" FOREIGN KEY ("workspace_id","code") REFERENCES "public"."industry_groups"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_job_responsibilities" ADD CONSTRAINT "contact_job_responsibilities_contact_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_job_responsibilities" ADD CONSTRAINT "contact_job_responsibilities_code_fk" FOREIGN KEY ("workspace_id","code") REFERENCES "public"."job_responsibilities"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_mailing_groups" ADD CONSTRAINT "contact_mailing_groups_contact_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_mailing_groups" ADD CONSTRAINT "contact_mailing_groups_code_fk" FOREIGN KEY ("workspace_id","code") REFERENCES "public"."mailing_groups"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_web_sources" ADD CONSTRAINT "contact_web_sources_contact_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_web_sources" ADD CONSTRAINT "contact_web_sources_code_fk" FOREIGN KEY ("workspace_id","code") REFERENCES "public"."web_sources"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_profile_answers" ADD CONSTRAINT "contact_profile_answers_contact_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_profile_answers" ADD CONSTRAINT "contact_profile_answers_line_fk" FOREIGN KEY ("workspace_id","questionnaire_code","line_no") REFERENCES "public"."profile_questionnaire_lines"("workspace_id","questionnaire_code","line_no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_questionnaire_lines" ADD CONSTRAINT "profile_questionnaire_lines_questionnaire_fk" FOREIGN KEY ("workspace_id","questionnaire_code") REFERENCES "public"."profile_questionnaires"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_questionnaires" ADD CONSTRAINT "profile_questionnaires_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_questionnaires" ADD CONSTRAINT "profile_questionnaires_business_relation_fk" FOREIGN KEY ("workspace_id","business_relation_code") REFERENCES "public"."business_relations"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_salesperson_fk" FOREIGN KEY ("workspace_id","salesperson_code") REFERENCES "public"."salespeople"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_status_fk" FOREIGN KEY ("workspace_id","status_code") REFERENCES "public"."campaign_statuses"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_templates" ADD CONSTRAINT "interaction_templates_group_fk" FOREIGN KEY ("workspace_id","interaction_group_code") REFERENCES "public"."interaction_groups"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_templates" ADD CONSTRAINT "interaction_templates_language_fk" FOREIGN KEY ("workspace_id","language_code") REFERENCES "public"."languages"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segment_lines" ADD CONSTRAINT "segment_lines_segment_fk" FOREIGN KEY ("workspace_id","segment_id") REFERENCES "public"."segments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segment_lines" ADD CONSTRAINT "segment_lines_contact_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segment_steps" ADD CONSTRAINT "segment_steps_segment_fk" FOREIGN KEY ("workspace_id","segment_id") REFERENCES "public"."segments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_campaign_fk" FOREIGN KEY ("workspace_id","campaign_id") REFERENCES "public"."campaigns"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_salesperson_fk" FOREIGN KEY ("workspace_id","salesperson_code") REFERENCES "public"."salespeople"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_template_fk" FOREIGN KEY ("workspace_id","interaction_template_code") REFERENCES "public"."interaction_templates"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_created_by_fk" FOREIGN KEY ("workspace_id","created_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_requests" ADD CONSTRAINT "approval_requests_segment_fk" FOREIGN KEY ("workspace_id","segment_id") REFERENCES "public"."segments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_requests" ADD CONSTRAINT "approval_requests_requested_by_fk" FOREIGN KEY ("workspace_id","requested_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_requests" ADD CONSTRAINT "approval_requests_decided_by_fk" FOREIGN KEY ("workspace_id","decided_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_entries" ADD CONSTRAINT "campaign_entries_campaign_fk" FOREIGN KEY ("workspace_id","campaign_id") REFERENCES "public"."campaigns"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_entries" ADD CONSTRAINT "campaign_entries_logged_segment_fk" FOREIGN KEY ("workspace_id","logged_segment_id") REFERENCES "public"."logged_segments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_entries" ADD CONSTRAINT "campaign_entries_salesperson_fk" FOREIGN KEY ("workspace_id","salesperson_code") REFERENCES "public"."salespeople"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_log_entries" ADD CONSTRAINT "interaction_log_entries_contact_fk" FOREIGN KEY ("workspace_id","contact_id") REFERENCES "public"."contacts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_log_entries" ADD CONSTRAINT "interaction_log_entries_logged_segment_fk" FOREIGN KEY ("workspace_id","logged_segment_id") REFERENCES "public"."logged_segments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_log_entries" ADD CONSTRAINT "interaction_log_entries_campaign_entry_fk" FOREIGN KEY ("workspace_id","campaign_entry_id") REFERENCES "public"."campaign_entries"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_log_entries" ADD CONSTRAINT "interaction_log_entries_template_fk" FOREIGN KEY ("workspace_id","interaction_template_code") REFERENCES "public"."interaction_templates"("workspace_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "log_runs" ADD CONSTRAINT "log_runs_segment_fk" FOREIGN KEY ("workspace_id","segment_id") REFERENCES "public"."segments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "log_runs" ADD CONSTRAINT "log_runs_requested_by_fk" FOREIGN KEY ("workspace_id","requested_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logged_segments" ADD CONSTRAINT "logged_segments_segment_fk" FOREIGN KEY ("workspace_id","segment_id") REFERENCES "public"."segments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logged_segments" ADD CONSTRAINT "logged_segments_follow_up_fk" FOREIGN KEY ("workspace_id","follow_up_segment_id") REFERENCES "public"."segments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logged_segments" ADD CONSTRAINT "logged_segments_member_fk" FOREIGN KEY ("workspace_id","member_id") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logged_segments" ADD CONSTRAINT "logged_segments_approval_fk" FOREIGN KEY ("workspace_id","approval_request_id") REFERENCES "public"."approval_requests"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_posts" ADD CONSTRAINT "channel_posts_workspace_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_posts" ADD CONSTRAINT "channel_posts_parent_fk" FOREIGN KEY ("workspace_id","parent_id") REFERENCES "public"."channel_posts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "members_slack_user" ON "members" USING btree ("workspace_id","slack_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_no" ON "contacts" USING btree ("workspace_id","no");--> statement-breakpoint
CREATE INDEX "contacts_company" ON "contacts" USING btree ("workspace_id","company_id");--> statement-breakpoint
CREATE INDEX "contact_business_relations_code" ON "contact_business_relations" USING btree ("workspace_id","code","contact_id");--> statement-breakpoint
CREATE INDEX "contact_industry_groups_code" ON "contact_industry_groups" USING btree ("workspace_id","code","contact_id");--> statement-breakpoint
CREATE INDEX "contact_job_responsibilities_code" ON "contact_job_responsibilities" USING btree ("workspace_id","code","contact_id");--> statement-breakpoint
CREATE INDEX "contact_mailing_groups_code" ON "contact_mailing_groups" USING btree ("workspace_id","code","contact_id");--> statement-breakpoint
CREATE INDEX "contact_profile_answers_line" ON "contact_profile_answers" USING btree ("workspace_id","questionnaire_code","line_no","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "campaigns_no" ON "campaigns" USING btree ("workspace_id","no");--> statement-breakpoint
CREATE UNIQUE INDEX "segment_lines_live_contact" ON "segment_lines" USING btree ("workspace_id","segment_id","contact_id","copy") WHERE "segment_lines"."live";--> statement-breakpoint
CREATE INDEX "segment_lines_removed" ON "segment_lines" USING btree ("workspace_id","segment_id","removed_step") WHERE "segment_lines"."removed_step" is not null;--> statement-breakpoint
CREATE INDEX "segment_lines_contact" ON "segment_lines" USING btree ("workspace_id","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "segments_no" ON "segments" USING btree ("workspace_id","no");--> statement-breakpoint
CREATE INDEX "segments_changed" ON "segments" USING btree ("workspace_id","changed_at");--> statement-breakpoint
CREATE INDEX "approval_requests_segment" ON "approval_requests" USING btree ("workspace_id","segment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "approval_requests_pending" ON "approval_requests" USING btree ("workspace_id","segment_id") WHERE "approval_requests"."status" in ('pending', 'approved');--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_entries_entry_no" ON "campaign_entries" USING btree ("workspace_id","entry_no");--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_entries_logged_segment" ON "campaign_entries" USING btree ("workspace_id","logged_segment_id","campaign_id");--> statement-breakpoint
CREATE INDEX "campaign_entries_campaign" ON "campaign_entries" USING btree ("workspace_id","campaign_id");--> statement-breakpoint
CREATE INDEX "interaction_log_entries_contact" ON "interaction_log_entries" USING btree ("workspace_id","contact_id","date");--> statement-breakpoint
CREATE INDEX "interaction_log_entries_logged_segment" ON "interaction_log_entries" USING btree ("workspace_id","logged_segment_id","id");--> statement-breakpoint
CREATE INDEX "interaction_log_entries_campaign" ON "interaction_log_entries" USING btree ("workspace_id","campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "log_runs_active" ON "log_runs" USING btree ("workspace_id","segment_id") WHERE "log_runs"."status" = 'queued';--> statement-breakpoint
CREATE UNIQUE INDEX "logged_segments_entry_no" ON "logged_segments" USING btree ("workspace_id","entry_no");--> statement-breakpoint
CREATE UNIQUE INDEX "logged_segments_segment" ON "logged_segments" USING btree ("workspace_id","segment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "channel_posts_key" ON "channel_posts" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE INDEX "channel_posts_subject" ON "channel_posts" USING btree ("workspace_id","subject");--> statement-breakpoint
CREATE INDEX "channel_posts_due" ON "channel_posts" USING btree ("workspace_id","channel","id") WHERE "channel_posts"."posted_revision" < "channel_posts"."revision" and "channel_posts"."status" <> 'failed';