package rw.ishemalink.payment.ledger.api;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rw.ishemalink.payment.ledger.api.StatementView.LineView;

/** A page of a statement as CSV (RFC 4180), for spreadsheets. */
final class StatementCsv {

    private static final String HEADER =
            "sequence,sealedAt,transferId,kind,phase,subject,subjectId,reference,corrects,reason,party,side,amount,balance,"
                    + "pending";

    private StatementCsv() {}

    static String write(List<LineView> lines) {
        return Stream.concat(Stream.of(HEADER + Csv.END_OF_LINE), lines.stream().map(StatementCsv::line))
                .collect(Collectors.joining());
    }

    private static String line(LineView line) {
        return Csv.line(
                line.sequence(),
                line.sealedAt(),
                line.transferId(),
                line.kind(),
                line.phase(),
                line.subject().type(),
                line.subject().id(),
                line.reference(),
                line.corrects(),
                line.reason(),
                line.party(),
                line.side(),
                line.amount(),
                line.balance(),
                line.pending());
    }
}
