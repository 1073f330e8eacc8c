package rw.ishemalink.compliance.receipt.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.compliance.receipt.print.Labels;
import rw.ishemalink.compliance.receipt.print.PrintBlock;
import rw.ishemalink.compliance.receipt.print.PrintedReceipt;
import rw.ishemalink.compliance.receipt.print.QrCode;
import rw.ishemalink.compliance.receipt.print.ReceiptPdf;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.kit.problem.ProblemTexts;

/**
 * A receipt to print, for those who may read it. Text and PDF count as prints: the first is the receipt, all others are
 * copies. The QR code alone is no print. Language by Accept-Language: en, rw or fr.
 */
@Path("/api/receipts/{id}/print")
@Tag(name = "Receipts")
@Authenticated
@RunOnVirtualThread
public class ReceiptPrintResource {

    private static final String PDF = "application/pdf";
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String PNG = "image/png";
    private static final String SVG = "image/svg+xml";

    private final ReceiptSearch search;
    private final Caller caller;

    ReceiptPrintResource(ReceiptSearch search, Caller caller) {
        this.search = search;
        this.caller = caller;
    }

    @GET
    @Produces(PDF)
    @Operation(summary = "The receipt of that id, or the one that counts for the booking of that id, as a PDF")
    public Response pdf(@RestPath UUID id, @Context HttpHeaders headers) {
        PrintedReceipt printed = search.print(caller, id);
        List<String> lines = PrintBlock.lines(printed, labels(headers));
        String title = printed.receipt().number();
        return answer(ReceiptPdf.of(title, lines, printed.qr()), PDF, headers)
                .header("Content-Disposition", "inline; filename=\"receipt-" + id + ".pdf\"")
                .build();
    }

    @GET
    @Produces(TEXT + ";qs=0.9")
    @Operation(summary = "The same as a block of 42 columns, for a receipt printer")
    public Response text(@RestPath UUID id, @Context HttpHeaders headers) {
        List<String> lines = PrintBlock.lines(search.print(caller, id), labels(headers));
        return answer((String.join("\n", lines) + "\n").getBytes(UTF_8), TEXT, headers)
                .build();
    }

    @GET
    @Produces(PNG + ";qs=0.8")
    @Operation(summary = "Its QR code as an image")
    public Response png(@RestPath UUID id, @Context HttpHeaders headers) {
        return answer(code(id).png(), PNG, headers).build();
    }

    @GET
    @Produces(SVG + ";qs=0.7")
    @Operation(summary = "Its QR code as a drawing")
    public Response svg(@RestPath UUID id, @Context HttpHeaders headers) {
        return answer(code(id).svg().getBytes(UTF_8), SVG, headers).build();
    }

    private QrCode code(UUID id) {
        String text = search.qr(caller, id);
        if (text.isEmpty()) {
            throw ProblemException.notFound("no-qr-code");
        }
        return new QrCode(text);
    }

    /** The next print is another one: nobody keeps this answer. */
    private static Response.ResponseBuilder answer(byte[] body, String type, HttpHeaders headers) {
        return Response.ok(body, type)
                .header("Cache-Control", "no-store")
                .header("Content-Language", labels(headers).language().toLanguageTag());
    }

    private static Labels labels(HttpHeaders headers) {
        return new Labels(ProblemTexts.language(headers.getAcceptableLanguages()));
    }
}
