export interface Header {
  id: string;
}

/** Segments with the names behind their codes. */
export const headers = (workspaceId: number, condition: string): string => `
  select s.*, campaign.no as campaign_no, campaign.description as campaign, template.description as template,
    salesperson.description as salesperson, creator.slack_user_id as creator, changer.slack_user_id as changer
  from segments s
  join members creator on creator.workspace_id = s.workspace_id and creator.id = s.created_by
  join members changer on changer.workspace_id = s.workspace_id and changer.id = s.changed_by
  left join campaigns campaign on campaign.workspace_id = s.workspace_id and campaign.id = s.campaign_id
  left join interaction_templates template
    on template.workspace_id = s.workspace_id and template.code = s.interaction_template_code
  left join salespeople salesperson
    on salesperson.workspace_id = s.workspace_id and salesperson.code = s.salesperson_code
  where s.workspace_id = ${workspaceId} and ${condition}`;
