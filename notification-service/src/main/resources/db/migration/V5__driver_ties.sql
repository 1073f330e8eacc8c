-- Whose licences concern a driver: the vehicle's that is driven, and the operator's. Drivers last heard of before this have
-- none until identity-service tells of them again.
alter table driver_contact add column vehicle_id uuid, add column operator_id uuid;
create index driver_contact_of_vehicle on driver_contact (vehicle_id) where vehicle_id is not null;
create index driver_contact_of_operator on driver_contact (operator_id) where operator_id is not null;
