-- A device serves what has a number first, in the order of the numbers; then first in, first out.
drop index receipt_job_due;
create index receipt_job_due on receipt_job (tin, branch, invoice_number, job_id) where state in ('OPEN', 'STOCK');
