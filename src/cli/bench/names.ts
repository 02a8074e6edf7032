/** Words that names and towns are put together from; the first ones come up most where the choice is skewed. */
export const COUNTRIES = 'DK SE NO DE GB NL FI FR PL US ES IT BE CH AT IE IS EE LV LT CZ PT CA AU JP'.split(
  ' ',
);
export const COMPANY_FIRST =
  'Nordisk Dansk Jysk Fyns Scandi Baltic Atlas Alfa Delta Omega Nova Prima Vest Øst Syd Kyst'.split(' ');
export const COMPANY_SECOND =
  'Møbler Transport Byg Data Papir Stål Energi Foder Maskiner Optik Tekstil Logistik Vin Kaffe'.split(' ');
export const COMPANY_FORM = 'A/S ApS AB AS GmbH Ltd. B.V.'.split(' ');
export const FIRST_NAMES =
  'Anna Bo Clara Dan Eva Finn Gerda Hans Ida Jens Karen Lars Mette Niels Oda Per Rikke Søren Tina Ulla'.split(
    ' ',
  );
export const SURNAMES =
  'Jensen Nielsen Hansen Berg Lund Holm Dahl Møller Kjær Skov Lind Ek Strand Vik Haug Meyer Smith'.split(' ');
export const CITIES =
  'København Aarhus Odense Aalborg Esbjerg Randers Kolding Horsens Vejle Malmö Lund Oslo Bergen Kiel'.split(
    ' ',
  );
