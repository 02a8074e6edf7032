import type { errors as en } from '../en/errors.ts';

export const errors: Record<keyof typeof en, string> = {
  'errors.workspace_not_found':
    'Dette workspace er ikke sat op endnu. Bed den, der driver appen, om at genstarte den.',
  'errors.segment_deleted': '{no} er slettet. Nummeret bruges ikke igen.',
  'errors.segment_not_found': 'Der findes ingen målgruppe {no}.',
  'errors.logged_segment_not_found': 'Der findes ingen logført målgruppe {no}.',
  'errors.campaign_not_found': 'Der findes ingen kampagne {no}.',
  'errors.campaign_entry_not_found': 'Der findes ingen kampagnepost {no}.',
  'errors.interaction_not_found': 'Interaktionen findes ikke længere.',
  'errors.template_not_found': 'Der findes ingen interaktionsskabelon {code}.',
  'errors.salesperson_taken':
    'En anden er {code}, eller den ejer kampagner. En administrator kan angive, at det er dig, med `/segment settings`.',
  'errors.member_not_found': 'Personen er ikke medlem længere.',
  'errors.salesperson_not_found': 'Der findes ingen sælger {code}, der kan vælges.',
  'errors.contact_not_found': 'Kontakten {no} findes ikke.',
  'errors.interaction_canceled': 'Denne interaktion er annulleret og kan ikke ændres. Intet er ændret.',
  'errors.interaction_resumed':
    'Denne interaktion er allerede afsluttet, så den kan ikke ændres her. Intet er ændret.',
  'errors.contact_privacy_blocked':
    'Kontakten {contact} er blokeret af hensyn til beskyttelse af personlige oplysninger, så der kan ikke logføres interaktioner. Intet er gemt.',
  'errors.interaction_salesperson_missing':
    'Hverken du eller {contact} har en sælger, der kan vælges. Vælg hvilken sælger du er med `/segment settings`, og prøv igen. Intet er gemt.',
  'errors.when_not_understood':
    'Det er ikke et tidspunkt, vi kan læse. Prøv “nu”, “i går kl. 14”, “for 2 timer siden” eller 2026-12-01 09:30.',
  'errors.call_time_not_understood':
    'Vi kan ikke læse dette tidspunkt. Prøv “i morgen kl. 10”, “om 2 timer” eller 2026-12-01 09:30.',
  'errors.date_in_future': 'Det ligger ude i fremtiden. Noget, der endnu skal ske, kan gemmes til senere.',
  'errors.campaign_out_of_dates':
    '{no} løber {from, select, open {til {to}} other {fra {from}{to, select, open {} other { til {to}}}}}, så datoen ligger uden for den.',
  'errors.text_missing': 'Dette skal udfyldes.',
  'errors.parental_consent_missing':
    '{contact} er mindreårig: blokeringen kan først ophæves, når forældrene har givet samtykke. Intet er ændret.',
  'errors.line_not_found': 'Linjen findes ikke længere på {no}. Se målgruppen, som den er nu, og prøv igen.',
  'errors.step_not_found': '{no} har ikke noget trin {step}.',
  'errors.being_called':
    'Nogen ringer til en kontakt i {no} lige nu. Slet den, når opkaldene er færdige. Intet blev slettet.',
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
  'errors.logged_segment_canceled':
    'Løbenr. {entry} er annulleret, og så længe tæller ingen af dets interaktioner. Fortryd annulleringen af hele løbenummeret i stedet.',
  'errors.campaign_entry_canceled':
    'Den post på kampagne {no}, som dette hører til, er annulleret, og så længe tæller ingen af dens interaktioner. Fortryd annulleringen af kampagneposten i stedet.',
  'errors.outsider':
    'Målgrupper er for fuldgyldige medlemmer af dette workspace, så gæster og personer fra andre organisationer kan ikke bruge dem her.',
  'errors.managers_not_members':
    'Kun fuldgyldige medlemmer af dette workspace kan være ledere, ikke gæster eller personer fra andre organisationer. Fjern {names}.',
  'errors.not_an_approver':
    'Kun ledere godkender målgrupper, og det er du ikke her. En administrator kan udpege dig med `/segment settings`.',
  'errors.own_request':
    'Du har selv bygget eller indsendt denne målgruppe, så en anden leder skal afgøre den. Intet er ændret.',
  'errors.admins_only': 'Det må kun appens administratorer. Intet er ændret.',
  'errors.not_yours_to_delete': 'Kun {by}, som oprettede {no}, og ledere kan slette den. Intet blev slettet.',
  'errors.organizers_only': 'Det må kun administratorer, ledere og kampagneejere. Intet er ændret.',
  'errors.cancel_forbidden':
    'Andre regner med disse tal, så kun den, der logførte, kampagnens ejer, ledere og administratorer må annullere eller fortryde det. Intet er ændret.',
  'errors.managers_only': 'Det må kun ledere. Intet er ændret.',
  'errors.invalid_input': 'Det kan ikke bruges.',
  'errors.criteria_invalid': 'Disse filtre kan ikke bruges.',
  'errors.date_not_understood':
    'Det er ikke en dato, vi kan læse. Prøv 1/12-2026, 2026-12-01, “i morgen” eller “om 3 dage”.',
  'errors.date_out_of_range': 'Datoer skal ligge mellem årene 1900 og 2999.',
  'errors.range_not_understood':
    'Vi kan ikke læse “{text}” som dage. Prøv “sidste måned”, “denne uge”, “siden 1. oktober”, “før 1. oktober”, “3. kvartal 2026” eller “fra 1. okt. til 15. nov.”.',
  'errors.range_reversed': 'Det slutter {to}, før det begynder {from}. Hvilke dage mente du?',
  'errors.range_in_future': 'Det begynder {from}, og det, der endnu ikke er sket, er ikke logført.',
  'errors.no_interactions': 'Der er ingen sådan interaktion, så der er intet at eksportere.',
  'errors.excel_too_long':
    'En Excel-fil herfra har plads til højst {max, number} rækker (Excel selv til {sheet, number}), og der er flere. Vælg færre dage, eller tag CSV.',
  'errors.unknown_code':
    '{suggestion, select, none {{value} findes ikke.} other {{value} findes ikke. Mente du {suggestion}?}}',
  'errors.description_missing': '{no} skal have en beskrivelse først.',
  'errors.segment_empty': '{no} har ingen kontakter. Tilføj nogle først.',
  'errors.template_missing': '{no} skal have en interaktionsskabelon først.',
  'errors.salesperson_missing':
    '{count, plural, one {# kontakt i {no} har ingen sælger} other {# kontakter i {no} har ingen sælger}}. Angiv en på målgruppen eller på kontakterne.',
  'errors.approval_missing': '{no} skal godkendes, før den kan logføres.',
  'errors.call_approval_missing':
    '{no} skal godkendes, før kontakterne ringes op, for hvert opkald logføres.',
  'errors.call_template_missing':
    'Der er endnu ingen interaktionsskabelon for opkald. En administrator vælger den under `/segment settings`. Intet er logført.',
  'errors.call_time_missing': 'Hvornår skal der ringes igen? F.eks. “i morgen kl. 10” eller “om 2 timer”.',
  'errors.call_time_past':
    'Det er forbi. Angiv et senere tidspunkt, f.eks. “i morgen kl. 10” eller “om 2 timer”.',
  'errors.call_moved_on':
    'Udfaldet kan ikke tages tilbage: kontakten er ringet op igen siden eller er hos en kollega. Intet er ændret.',
  'errors.call_list_not_found': 'Ringelisten findes ikke længere.',
  'errors.call_list_closed':
    '{no} er lukket, så ringelisten kan ikke fortsætte; opkaldene forbliver logført. Opret en opfølgende målgruppe for at ringe videre.',
  'errors.no_approval_needed': '{no} kræver ingen godkendelse: Den kan logføres, som den er.',
  'errors.only_own_approvers':
    'Alle, der kunne godkende {no}, har selv bygget eller indsendt den. En administrator kan udpege en leder mere, eller tillade egne godkendelser, med `/segment settings`.',
  'errors.no_approvers':
    'Ingen kan godkende denne målgruppe, fordi der ikke er udpeget nogen leder. En administrator udpeger ledere med `/segment settings`.',
  'errors.attachment_inherited':
    'Der er kontakter, hvis fil kommer fra hovedet på {no}, og den ville gå tabt. Ret også linjerne, eller giv først disse kontakter deres egen fil.',
  'errors.attachment_not_found': 'Filen findes ikke længere.',
  'errors.campaign_missing': '{no} skal have en kampagne først.',
  'errors.campaign_moved_on':
    '{no} er ændret i mellemtiden, så der er ikke sket noget. Se den, som den er nu, og prøv igen.',
  'errors.campaign_in_use':
    '{no} kan ikke slettes, fordi {segments, plural, one {# målgruppe} other {# målgrupper}}, {interactions, plural, one {# interaktion eller post} other {# interaktioner og poster}}, {templates, plural, one {# skabelon} other {# skabeloner}}, {tasks, plural, one {# opgave} other {# opgaver}} og {opportunities, plural, one {# salgsmulighed} other {# salgsmuligheder}} hører til den. Giv den en anden status i stedet.',
  'errors.campaign_not_activated': '{no} er ikke aktiveret. Intet er ændret.',
  'errors.salespeople_only':
    'Kampagner oprettes af sælgere, ledere og administratorer. Fortæl med `/segment settings`, hvilken sælger du er.',
  'errors.channel_closed':
    'Appen er ikke med i denne private kanal. Invitér den med /invite, eller vælg en anden kanal.',
  'errors.channel_archived': 'Kanalen er arkiveret. Vælg en anden.',
  'errors.channel_shared':
    'Kanalen deles med en anden organisation, som ikke må se det, der logføres. Vælg en anden.',
  'errors.campaign_description_missing': 'Skriv, hvad kampagnen handler om.',
  'errors.dates_reversed': 'Kampagnen slutter, før den begynder. Vælg en senere dag.',
  'errors.digest_needs_channel':
    'Et ugeoverblik skal have en kanal: vælg kampagnens, eller bed en administrator om at vælge én for workspacet.',
  'errors.no_targets':
    '{no} har ingen mål endnu. Slå “Kampagnemål” til på en af dens målgrupper eller på linjer, og aktivér den så.',
  'errors.reason_missing': 'Skriv venligst hvorfor.',
  'errors.channel_missing': 'Vælg den kanal, hvor loggen skal vises.',
  'errors.number_series_missing':
    'Der er ingen nummerserie til {series}. Bed den, der driver appen, om at sætte den op.',
  'errors.manual_number_refused': 'Numre i serien {series} kan ikke skrives selv; udelad nummeret.',
  'errors.code_not_found': '{code} findes ikke længere.',
  'errors.file_empty': 'Filen er tom. Vælg en anden.',
  'errors.set_up_code_invalid':
    'Brug højst {max, number} bogstaver, cifre og - _ . / i koden, uden mellemrum.',
  'errors.set_up_moved_on':
    '{no} er ændret i mellemtiden, så der er ikke gemt noget. Se den, som den er nu, og prøv igen.',
  'errors.text_exists': 'Der er allerede en tekst på {language}. Vælg et andet sprog, eller ret den tekst.',
  'errors.set_up_code_taken': '{code} findes allerede. Vælg en anden kode.',
  'errors.name_missing': 'Giv den et navn, som folk forstår.',
  'errors.group_missing': 'Vælg en interaktionsgruppe.',
  'errors.series_prefix_invalid':
    'Brug 1 til {max, number} bogstaver, cifre og - _ . som begyndelse på numrene.',
  'errors.series_digits_invalid': 'Brug 1 til {max, number} cifre.',
  'errors.series_next_taken':
    'Nummeret er brugt, eller det ligger under et, der er. Det laveste mulige er {next, number}.',
  'errors.code_in_use':
    '{code} er i brug og kan ikke slettes:{templates, plural, =0 {} one { # skabelon.} other { # skabeloner.}}{campaigns, plural, =0 {} one { # kampagne.} other { # kampagner.}}{segments, plural, =0 {} one { # målgruppe (også logførte tæller).} other { # målgrupper (også logførte tæller).}}{interactions, plural, =0 {} one { # interaktion.} other { # interaktioner.}}',
  'errors.call_template_in_use':
    '{code} er skabelonen for opkald. En administrator vælger først en anden under “Workspace”.',
  'errors.file_gone': 'Filen findes ikke længere i Slack. Vælg den igen.',
  'errors.file_unreadable': 'Slack lader ikke appen læse denne fil. Vælg en fra din egen computer.',
  'errors.file_scope_missing':
    'Appen må ikke læse filer her: den mangler tilladelsen {scope}. Bed den, der driver appen, om at installere den igen.',
  'errors.file_too_big': 'Filen er for stor: højst {max, number} MB.',
  'errors.file_slow': 'Slack afleverede ikke filen i tide. Prøv igen.',
  'errors.list_missing': 'Skriv eller indsæt dem, der skal slås op, eller vælg en fil.',
  'errors.list_given_twice': 'Giv enten en fil eller en skrevet liste, ikke begge: fjern den ene.',
  'errors.list_empty': 'Der er ingen personer i denne fil.',
  'errors.list_too_long':
    'Listen har over {max, number} linjer. Del den op, eller tilføj kontakterne med kriterier.',
  'errors.list_is_workbook':
    'Det er en Excel-projektmappe. Gem den i Excel som “CSV UTF-8”, og vælg så den fil.',
  'errors.list_not_text':
    'Det er ikke en liste i tekst. Gem listen som CSV eller som tekst med én person pr. linje.',
  'errors.list_column_twice':
    'Kolonnerne “{first}” og “{second}” siger det samme, så det er uklart, hvilken der gælder. Fjern den ene.',
  'errors.list_row_broken':
    'Fra linje {line, number} kan filen ikke læses som CSV: måske er et anførselstegn aldrig lukket.',
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
