import type { errors as en } from '../en/errors.ts';

export const errors: Record<keyof typeof en, string> = {
  'errors.workspace_not_found':
    'Dette workspace er ikke sat op endnu. Bed den, der driver appen, om at genstarte den.',
  'errors.segment_not_found': 'Der findes ingen målgruppe {no}.',
  'errors.logged_segment_not_found': 'Der findes ingen logført målgruppe {no}.',
  'errors.campaign_not_found': 'Der findes ingen kampagne {no}.',
  'errors.template_not_found': 'Der findes ingen interaktionsskabelon {code}.',
  'errors.salesperson_not_found': 'Der findes ingen sælger {code}, der kan vælges.',
  'errors.contact_not_found': 'Kontakten {no} findes ikke.',
  'errors.line_not_found': 'Linjen findes ikke længere på {no}. Se målgruppen, som den er nu, og prøv igen.',
  'errors.step_not_found': '{no} har ikke noget trin {step}.',
  'errors.segment_not_empty': '{no} har kontakter, så dens trin kan ikke glemmes.',
  'errors.time_not_understood': 'Dette er ikke et klokkeslæt. Skriv det som 14:30.',
  'errors.amount_invalid': 'Skriv et tal fra 0 og op: et beløb som 12.50 eller en varighed i hele minutter.',
  'errors.saved_criteria_not_found': 'Der er ingen gemte kriterier {code}.',
  'errors.saved_criteria_deleted': 'Disse gemte kriterier er blevet slettet.',
  'errors.mailing_group_not_found': 'Mailinggruppen {code} findes ikke. Intet blev ændret.',
  'errors.people_list_not_found': 'Denne liste over personer er ikke gemt længere. Indsæt den igen.',
  'errors.code_taken': 'Koden {code} er optaget. Vælg en anden.',
  'errors.steps_exist':
    '{count, plural, one {{no} har allerede # trin.} other {{no} har allerede # trin.}} Intet blev tilføjet.',
  'errors.nothing_to_save': '{no} har endnu ingen kriterier at gemme. Tilføj først kontakter.',
  'errors.code_invalid':
    'En kode har højst {max, number} bogstaver og cifre, ingen mellemrum og mindst ét bogstav.',
  'errors.mailing_group_missing': 'Angiv hvilken mailinggruppe. Intet blev ændret.',
  'errors.request_not_found': 'Denne anmodning om godkendelse findes ikke længere.',
  'errors.draft_not_found': 'Det, du havde udfyldt, er ikke gemt længere. Begynd venligst forfra.',
  'errors.segment_moved_on':
    '{no} er blevet ændret i mellemtiden, så der er ikke sket noget. Se målgruppen, som den er nu, og prøv igen.',
  'errors.segment_logged':
    '{no} er logført og kan ikke ændres længere. Opret en opfølgende målgruppe i stedet.',
  'errors.segment_being_logged': '{no} er ved at blive logført og kan derfor ikke ændres.',
  'errors.already_decided':
    '{status, select, approved {Anmodningen er allerede godkendt} rejected {Anmodningen er allerede afvist} other {Anmodningen er allerede afgjort}} af {by}. Dit svar ændrede ikke noget.',
  'errors.request_voided':
    '{no} er ændret, efter at den blev sendt til godkendelse, så anmodningen gælder ikke længere. Målgruppen skal sendes til godkendelse igen.',
  'errors.nothing_to_undo': '{no} har ingen trin at fortryde.',
  'errors.nothing_to_redo': '{no} har ingen fortrudte trin at gentage.',
  'errors.number_taken': 'Nummeret {no} er optaget.',
  'errors.already_submitted': '{no} venter allerede på godkendelse.',
  'errors.already_approved': '{no} er allerede godkendt.',
  'errors.logging_failed':
    '{no} kunne ikke logføres på grund af et problem hos os. Intet blev logført, og målgruppen er, som den var. Sker det igen, så oplys referencen {reference}.',
  'errors.outsider':
    'Målgrupper er for fuldgyldige medlemmer af dette workspace, så gæster og personer fra andre organisationer kan ikke bruge dem her.',
  'errors.not_an_approver':
    'Kun ledere godkender målgrupper, og det er du ikke her. En administrator kan udpege dig med `/segment settings`.',
  'errors.own_request':
    'Du har selv bygget eller indsendt denne målgruppe, så en anden leder skal afgøre den. Intet er ændret.',
  'errors.admins_only': 'Det må kun appens administratorer. Intet er ændret.',
  'errors.managers_only': 'Det må kun ledere. Intet er ændret.',
  'errors.invalid_input': 'Det kan ikke bruges.',
  'errors.criteria_invalid': 'Disse filtre kan ikke bruges.',
  'errors.date_not_understood':
    'Det er ikke en dato, vi kan læse. Prøv 1/12-2026, 2026-12-01, “i morgen” eller “om 3 dage”.',
  'errors.date_out_of_range': 'Datoer skal ligge mellem årene 1900 og 2999.',
  'errors.unknown_code':
    '{suggestion, select, none {{value} findes ikke.} other {{value} findes ikke. Mente du {suggestion}?}}',
  'errors.description_missing': '{no} skal have en beskrivelse først.',
  'errors.segment_empty': '{no} har ingen kontakter. Tilføj nogle først.',
  'errors.template_missing': '{no} skal have en interaktionsskabelon først.',
  'errors.salesperson_missing':
    '{count, plural, one {# kontakt i {no} har ingen sælger} other {# kontakter i {no} har ingen sælger}}. Angiv en på målgruppen eller på kontakterne.',
  'errors.approval_missing': '{no} skal godkendes, før den kan logføres.',
  'errors.no_approval_needed': '{no} kræver ingen godkendelse: Den kan logføres, som den er.',
  'errors.no_approvers':
    'Ingen kan godkende denne målgruppe, fordi der ikke er udpeget nogen leder. En administrator udpeger ledere med `/segment settings`.',
  'errors.campaign_missing': '{no} skal have en kampagne først.',
  'errors.reason_missing': 'Skriv venligst hvorfor.',
  'errors.channel_missing': 'Vælg den kanal, hvor loggen skal vises.',
  'errors.number_series_missing':
    'Der er ingen nummerserie til {series}. Bed den, der driver appen, om at sætte den op.',
  'errors.manual_number_refused': 'Numre i serien {series} kan ikke skrives selv; udelad nummeret.',
  'errors.too_long': 'Det er for langt: højst {max, number}.',
  'errors.too_many': 'Det er for mange: højst {max, number}.',

  'errors.outdated':
    'Denne knap eller formular er fra en tidligere version og virker ikke længere. Skriv `/segment` for at få en ny.',
  'errors.slack_busy':
    'Slack beder os om at sætte farten ned. Intet er ændret; prøv igen om {seconds, plural, one {# sekund} other {# sekunder}}.',
  'errors.too_late': 'Svaret kom for sent til, at Slack kunne åbne et vindue. Prøv venligst igen.',
  'errors.slack_silent':
    'Slack svarede os ikke, så vi ved ikke, om du så det hele. Se efter med `/segment list`, og prøv igen. Reference: {reference}',
  'errors.unknown':
    'Noget gik galt hos os. Se efter med `/segment list`, om noget er ændret, og prøv igen. Sker det igen, så opgiv referencen {reference}.',
};
