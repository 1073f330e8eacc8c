package rw.ishemalink.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.collecting.StatementLine.Kind;
import rw.ishemalink.payment.collecting.StatementLine.Status;

/** The settlement files that a pretended provider offers; a day's file is whatever was put there last. */
final class SettlementFiles {

    private final WireMock host;
    private final Provider provider;

    private SettlementFiles(WireMock host, Provider provider) {
        this.host = host;
        this.provider = provider;
    }

    static SettlementFiles of(Provider provider) {
        URI base = ConfigProvider.getConfig().getValue("ishema.payment.mtn.statement-url", URI.class);
        return new SettlementFiles(new WireMock(base.getHost(), base.getPort()), provider);
    }

    void offer(LocalDate day, StatementLine... lines) {
        offer(day, List.of(lines));
    }

    void offer(LocalDate day, List<StatementLine> lines) {
        String csv = Stream.concat(
                        Stream.of("reference,transaction_id,kind,amount,fee,status,at"),
                        lines.stream().map(this::csv))
                .collect(Collectors.joining("\n", "", "\n"));
        offerText(day, csv);
    }

    void offerText(LocalDate day, String text) {
        host.register(get("/" + provider.name().toLowerCase(Locale.ROOT) + "/settlement/" + day + ".csv")
                .willReturn(aResponse().withHeader("Content-Type", "text/csv").withBody(text)));
    }

    private String csv(StatementLine line) {
        return String.join(
                ",",
                provider == Provider.AIRTEL ? line.reference().replace("-", "") : line.reference(),
                line.transactionId(),
                line.kind().name(),
                Long.toString(line.amountRwf()),
                Long.toString(line.feeRwf()),
                line.status().name(),
                line.at().toString());
    }

    static StatementLine collection(UUID reference, long amountRwf, long feeRwf, Instant at) {
        return line(reference.toString(), Kind.COLLECTION, amountRwf, feeRwf, Status.SUCCEEDED, at);
    }

    static StatementLine refund(UUID reference, long amountRwf, Instant at) {
        return line(reference.toString(), Kind.REFUND, amountRwf, 0, Status.SUCCEEDED, at);
    }

    static StatementLine failed(UUID reference, long amountRwf, Instant at) {
        return line(reference.toString(), Kind.COLLECTION, amountRwf, 0, Status.FAILED, at);
    }

    static StatementLine line(String reference, Kind kind, long amountRwf, long feeRwf, Status status, Instant at) {
        return new StatementLine(reference, "tx-" + kind + "-" + reference, kind, amountRwf, feeRwf, status, at);
    }
}
