package rw.ishemalink.compliance.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import rw.ishemalink.compliance.casefile.ConsigneeSeal;
import rw.ishemalink.compliance.licence.store.DrivingLicenceSeal;
import rw.ishemalink.compliance.licence.store.SubjectSeal;
import rw.ishemalink.compliance.licence.store.WordSeal;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.privacy.Erasure;
import rw.ishemalink.kit.privacy.PersonalData;
import rw.ishemalink.kit.privacy.PersonalSet;

/** What is on record of people's trips. */
@ApplicationScoped
class CompliancePersonalData implements PersonalData {

    private static final String KEPT_BECAUSE =
            "Law 020/2023 (tax procedures): receipts, with the buyer's TIN; EAC Customs Management Act: manifests, with the consignee";

    private static final String OPEN_CASES = """
            select exists (select from receipt_job join case_file using (booking_id)
                            where case_file.tenant = :tenant and sender_id = :personId and state <> 'DONE')
                or exists (select from dispatch_request
                            where tenant = :tenant and driver_id = :personId and state = 'OPEN')""";

    /** A licence before its words: what is said of it meanwhile waits, and then no longer finds it. */
    private static final List<String> ERASE = List.of("""
            delete from case_buyer
             where booking_id in (select booking_id from case_file where tenant = :tenant and sender_id = :personId)""", """
            update receipt_job set buyer_tin = null, buyer_name = null, purchase_code = null
             where buyer_tin is not null
               and booking_id in (select booking_id from case_file where tenant = :tenant and sender_id = :personId)""", """
            update export_file
               set consignee_name = null, consignee_address = null, origin_label = '', destination_label = ''
             where consignee_name is not null
               and booking_id in (select booking_id from case_file where tenant = :tenant and sender_id = :personId)""", """
            update case_file set origin = '', destination = ''
             where tenant = :tenant and sender_id = :personId and (origin <> '' or destination <> '')""", """
            update driver_record set licence_number = null, licence_index = null, active = false
             where tenant = :tenant and driver_id = :personId and licence_number is not null""", """
            delete from driver_check where tenant = :tenant and driver_id = :personId""", """
            update licence set subject = null, subject_index = null, look_at = null
             where tenant = :tenant and holder_id = :personId and subject is not null""", """
            delete from licence_word
             where licence_id in (select licence_id from licence where tenant = :tenant and holder_id = :personId)""");

    private static final String COUNT_KEPT = """
            select (select count(*) from fiscal_receipt join case_file using (booking_id)
                     where case_file.tenant = :tenant and sender_id = :personId)
                 + (select count(*) from manifest join case_file using (booking_id)
                     where case_file.tenant = :tenant and sender_id = :personId)""";

    private static final String OF_SENDER = " where case_file.tenant = :tenant and sender_id = :personId";

    private static final String OF_HOLDER = " where tenant = :tenant and holder_id = :personId";

    @Override
    public List<PersonalSet> sets() {
        return List.of(
                PersonalSet.of(
                        "cases",
                        "booking_id",
                        "select booking_id, tracking_code, kind, status, origin, destination, total_rwf, tax_class,"
                                + " vehicle_plate from case_file" + OF_SENDER),
                new PersonalSet(
                        "exports",
                        "booking_id",
                        "select booking_id, origin_label, destination_label, border_post, consignee_name,"
                                + " consignee_address, commodity, hs_code, weight_kg, declared_value, declared_currency"
                                + " from export_file join case_file using (booking_id)" + OF_SENDER,
                        ConsigneeSeal.TABLE.columns()),
                PersonalSet.of(
                        "buyers",
                        "booking_id",
                        "select booking_id, tin, name, purchase_code"
                                + " from case_buyer join case_file using (booking_id)" + OF_SENDER),
                PersonalSet.of(
                        "receipts",
                        "receipt_id",
                        "select receipt_id, booking_id, fiscal_receipt.kind, number, fiscal_receipt.total_rwf, vat_rwf,"
                                + " issued_at, qr_text, fiscal_receipt.buyer_tin from fiscal_receipt join case_file using (booking_id)"
                                + OF_SENDER),
                new PersonalSet(
                        "driver",
                        "driver_id",
                        "select driver_id, licence_number, licence_categories, licence_valid_until, active, operator_id"
                                + " from driver_record where tenant = :tenant and driver_id = :personId",
                        DrivingLicenceSeal.TABLE.columns()),
                PersonalSet.of(
                        "driver_checks",
                        "driver_id",
                        "select driver_id, outcome, refusals, valid_until, checked_at from driver_check"
                                + " where tenant = :tenant and driver_id = :personId and outcome is not null"),
                new PersonalSet(
                        "licences",
                        "licence_id",
                        "select licence_id, kind, subject from licence" + OF_HOLDER + " and subject is not null",
                        SubjectSeal.TABLE.columns()),
                new PersonalSet(
                        "licence_words",
                        "word_id",
                        "select word_id, licence_id, source, on_record, number, status, issued_on, valid_until, holder,"
                                + " holder_tin, zone, vehicle_plate, categories, said_at"
                                + " from licence_word join licence using (licence_id, tenant)" + OF_HOLDER,
                        WordSeal.TABLE.columns()),
                PersonalSet.of(
                        "dispatch_decisions",
                        "decision_id",
                        "select decision_id, booking_id, verdict, rule_set, rules, decided_at from dispatch_decision"
                                + " where tenant = :tenant and driver_id = :personId"));
    }

    @Override
    public Optional<String> findObstacle(Handle sql, String tenant, UUID personId) {
        boolean open =
                bind(sql, OPEN_CASES, tenant, personId).mapTo(Boolean.class).one();
        return open ? Optional.of("open-cases") : Optional.empty();
    }

    @Override
    public Erasure erase(Tx tx, String tenant, UUID personId) {
        Handle sql = tx.sql();
        long erased = 0;
        for (String statement : ERASE) {
            erased += sql.createUpdate(statement)
                    .bind("tenant", tenant)
                    .bind("personId", personId)
                    .execute();
        }
        long kept = bind(sql, COUNT_KEPT, tenant, personId).mapTo(Long.class).one();
        return Erasure.keeping(erased, kept, KEPT_BECAUSE);
    }

    private static Query bind(Handle sql, String query, String tenant, UUID personId) {
        return sql.createQuery(query).bind("tenant", tenant).bind("personId", personId);
    }
}
