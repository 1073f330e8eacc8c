-- Rwanda's districts: codes of the National Institute of Statistics; centroids of its sector polygons, WGS 84.
create table district (
  code      text primary key,
  name      text not null unique,
  latitude  double precision not null,
  longitude double precision not null
);
insert into district (code, name, latitude, longitude) values
  ('11', 'Nyarugenge', -1.9918, 30.0289),
  ('12', 'Gasabo', -1.8915, 30.1422),
  ('13', 'Kicukiro', -2.0089, 30.1437),
  ('21', 'Nyanza', -2.3359, 29.7935),
  ('22', 'Gisagara', -2.6181, 29.8436),
  ('23', 'Nyaruguru', -2.6949, 29.5169),
  ('24', 'Huye', -2.5246, 29.7088),
  ('25', 'Nyamagabe', -2.4114, 29.4699),
  ('26', 'Ruhango', -2.1936, 29.7718),
  ('27', 'Muhanga', -1.9549, 29.7227),
  ('28', 'Kamonyi', -2.0095, 29.9024),
  ('31', 'Karongi', -2.1568, 29.4314),
  ('32', 'Rutsiro', -1.9038, 29.3992),
  ('33', 'Rubavu', -1.6540, 29.3427),
  ('34', 'Nyabihu', -1.6474, 29.5105),
  ('35', 'Ngororero', -1.8778, 29.5695),
  ('36', 'Rusizi', -2.5655, 29.0875),
  ('37', 'Nyamasheke', -2.3736, 29.1662),
  ('41', 'Rulindo', -1.7393, 29.9873),
  ('42', 'Gakenke', -1.6985, 29.7842),
  ('43', 'Musanze', -1.4985, 29.6066),
  ('44', 'Burera', -1.4663, 29.8266),
  ('45', 'Gicumbi', -1.6216, 30.1139),
  ('51', 'Rwamagana', -1.9755, 30.3547),
  ('52', 'Nyagatare', -1.3382, 30.3799),
  ('53', 'Gatsibo', -1.6191, 30.4454),
  ('54', 'Kayonza', -1.8451, 30.6420),
  ('55', 'Kirehe', -2.2344, 30.7104),
  ('56', 'Ngoma', -2.1830, 30.4572),
  ('57', 'Bugesera', -2.2397, 30.1502);

-- Where exports go. Distances are measured to the main market town (of the DRC: Goma, where goods from Rwanda arrive;
-- Kinshasa is not reached by road). Town centres, approximate: a tariff by road distance needs no better.
create table neighbour (
  country   text primary key check (country ~ '^[A-Z]{2}$'),
  town      text not null,
  latitude  double precision not null,
  longitude double precision not null
);
insert into neighbour (country, town, latitude, longitude) values
  ('UG', 'Kampala', 0.3163, 32.5822),
  ('KE', 'Nairobi', -1.2833, 36.8167),
  ('TZ', 'Dar es Salaam', -6.8235, 39.2695),
  ('CD', 'Goma', -1.6792, 29.2228),
  ('BI', 'Bujumbura', -3.3819, 29.3614);

create table border_post (
  name    text primary key,
  country text not null references neighbour
);
insert into border_post (name, country) values
  ('Gatuna', 'UG'), ('Kagitumba', 'UG'), ('Cyanika', 'UG'), ('Buziba', 'UG'),
  ('Rusumo', 'TZ'),
  ('Petite Barrière', 'CD'), ('Grande Barrière', 'CD'), ('Rusizi I', 'CD'), ('Rusizi II', 'CD'), ('Bugarama', 'CD'),
  ('Ruhwa', 'BI'), ('Nemba', 'BI'), ('Akanyaru Haut', 'BI');

-- Harmonized System 2022, six digits. Perishable: needs the cold chain.
create table commodity (
  code       text    primary key,
  name       text    not null,
  hs_code    text    not null check (hs_code ~ '^[0-9]{4}[.][0-9]{2}$'),
  perishable boolean not null
);
insert into commodity (code, name, hs_code, perishable) values
  ('irish-potatoes', 'Irish potatoes', '0701.90', false),
  ('coffee', 'Coffee, not roasted', '0901.11', false),
  ('tea', 'Black tea, packed up to 3 kg', '0902.30', false),
  ('tea-bulk', 'Black tea in bulk', '0902.40', false),
  ('maize', 'Maize', '1005.90', false),
  ('beans', 'Kidney beans, dried', '0713.33', false),
  ('fresh-milk', 'Fresh milk', '0401.20', true),
  ('cut-flowers', 'Cut flowers, fresh', '0603.19', true),
  ('avocado', 'Avocados', '0804.40', true),
  ('cement', 'Portland cement', '2523.29', false),
  ('electronics', 'Smartphones', '8517.13', false);
