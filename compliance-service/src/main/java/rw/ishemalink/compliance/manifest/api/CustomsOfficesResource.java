package rw.ishemalink.compliance.manifest.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.manifest.OfficeCsv;
import rw.ishemalink.compliance.manifest.store.OfficeStore;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** ASYCUDA office codes by border post: reference data that customs give and that is loaded here. */
@Path("/api/compliance/customs-offices")
@Tag(name = "Compliance")
public class CustomsOfficesResource {

    private static final int LAST_YEAR = 9_999;
    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");
    private static final int LONGEST = 200_000;

    private final UnitOfWork unitOfWork;
    private final OfficeStore store;
    private final Caller caller;

    CustomsOfficesResource(UnitOfWork unitOfWork, OfficeStore store, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.caller = caller;
    }

    /** A list that was loaded. */
    public record Loaded(long importId, LocalDate effectiveFrom, int offices) {}

    /** Nothing was loaded; what is to be mended, by line. */
    public record Refused(String type, String title, int status, List<OfficeCsv.LineError> lines) {}

    /** An office in force. */
    public record OfficeView(
            String borderPost, String code, String name, LocalDate effectiveFrom, long importId, Instant importedAt) {}

    @GET
    @Authenticated
    @Operation(summary = "The offices in force on a day; today, where none is given")
    public List<OfficeView> list(@RestQuery @Nullable String on) {
        LocalDate day = on == null ? LocalDate.now(KIGALI) : day("on", on);
        return unitOfWork.read(sql -> store.list(sql, day)).stream()
                .map(office -> new OfficeView(
                        office.borderPost(),
                        office.code(),
                        office.name(),
                        office.effectiveFrom(),
                        office.importId(),
                        office.importedAt()))
                .toList();
    }

    @POST
    @Path("imports")
    @Consumes("text/csv")
    @RolesAllowed({Role.Names.PLATFORM_ADMIN, Role.Names.CUSTOMS_INSPECTOR})
    @Operation(summary = "Load a list, CSV with the first line border_post,code,name, in force from a day on")
    @APIResponse(responseCode = "400", description = "Nothing was loaded; lines says what to mend where")
    public Response load(@RestQuery @Nullable String effectiveFrom, String csv) {
        LocalDate from = effectiveFrom == null ? LocalDate.now(KIGALI) : day("effectiveFrom", effectiveFrom);
        if (csv.length() > LONGEST) {
            throw ProblemException.badRequest("list-too-long", LONGEST);
        }
        OfficeCsv.Read read = OfficeCsv.read(csv);
        if (!read.errors().isEmpty()) {
            return refused(read.errors());
        }
        var wanted = new OfficeStore.Import(caller.tenant(), caller.personId(), from, sha256(csv));
        long importId = unitOfWork.call(tx -> store.add(tx.sql(), wanted, read.offices()));
        return Response.status(Response.Status.CREATED)
                .entity(new Loaded(importId, from, read.offices().size()))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }

    private static Response refused(List<OfficeCsv.LineError> errors) {
        Refused refused = new Refused(
                "urn:ishemalink:problem:office-list-invalid", "Mend the lines and send the list again", 400, errors);
        return Response.status(Response.Status.BAD_REQUEST)
                .type("application/problem+json")
                .entity(refused)
                .build();
    }

    private static LocalDate day(String parameter, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() > 0 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw ProblemException.badRequest("bad-day", parameter);
        }
        throw ProblemException.badRequest("bad-day", parameter);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
