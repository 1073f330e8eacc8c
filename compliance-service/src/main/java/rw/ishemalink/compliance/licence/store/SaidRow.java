package rw.ishemalink.compliance.licence.store;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.store.LicenceWords.Said;
import rw.ishemalink.kit.outbox.Columns;

/**
 * What a source says of a licence, as it is written.
 *
 * @param place among those that are written with it: rows are locked in this order
 * @param licenceId of the licence, if it is not on the register yet
 * @param subject sealed for that id
 * @param wordId new
 * @param licence sealed for that id; null when the source has none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SaidRow(
        int place,
        Said said,
        UUID licenceId,
        String subject,
        byte[] subjectIndex,
        UUID wordId,
        @Nullable Licence licence,
        byte @Nullable [] numberIndex) {

    static final Columns<SaidRow> COLUMNS = new Columns<SaidRow>()
            .with("place", "int", SaidRow::place)
            .with("licence_id", "uuid", SaidRow::licenceId)
            .with("tenant", "text", row -> row.said().tenant())
            .with("kind", "text", row -> row.said().question().kind())
            .with("subject", "text", SaidRow::subject)
            .with("subject_index", "bytea", SaidRow::subjectIndex)
            .with("holder_id", "uuid", row -> row.said().holderId())
            .with("source", "text", row -> row.said().source())
            .with("word_id", "uuid", SaidRow::wordId)
            .with("on_record", "boolean", row -> row.said().answer() instanceof OnRecord)
            .with("number", "text", of(Licence::number))
            .with("number_index", "bytea", SaidRow::numberIndex)
            .with("status", "text", of(Licence::status))
            .with("valid_until", "date", of(Licence::validUntil))
            .with("issued_on", "date", of(Licence::issuedOn))
            .with("holder", "text", of(Licence::holder))
            .with("holder_tin", "text", of(Licence::holderTin))
            .with("zone", "text", of(Licence::zone))
            .with("vehicle_plate", "text", of(Licence::vehiclePlate))
            .with("categories", "text", of(SaidRow::categories));

    private static Function<SaidRow, @Nullable Object> of(Function<Licence, @Nullable Object> value) {
        return row -> row.licence() == null ? null : value.apply(row.licence());
    }

    private static @Nullable Object categories(Licence licence) {
        return licence.categories().isEmpty() ? null : String.join(",", licence.categories());
    }
}
