create table effect (key uuid primary key, value bigint not null default 0);
