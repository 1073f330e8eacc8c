package rw.ishemalink.simulators.vsdc;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.ebm.Check;
import rw.ishemalink.simulators.ebm.CodeClasses;
import rw.ishemalink.simulators.ebm.Devices;
import rw.ishemalink.simulators.ebm.Envelope;
import rw.ishemalink.simulators.ebm.Model;
import rw.ishemalink.simulators.ebm.Requests;
import rw.ishemalink.simulators.ebm.ResultCode;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** What only reads: codes and customers. */
@Path("/vsdc")
@Tag(name = "RRA VSDC")
@Outside(value = OutsideSystem.VSDC, counted = false)
public class VsdcLookupResource {

    /** The codes have not changed since; a later cursor finds nothing. */
    private static final String CODES_CHANGED_AT = "20240101000000";

    /** A taxpayer in RRA's names. */
    public record Taxpayer(
            String tin,
            String taxprNm,
            String taxprSttsCd,
            String prvncNm,
            String dstrtNm,
            String sctrNm,
            String locDesc) {}

    private final Devices devices;
    private final Contact contact;
    private final CodeClasses codes;
    private final WorldClock clock;

    public VsdcLookupResource(Devices devices, Contact contact, CodeClasses codes, WorldClock clock) {
        this.devices = devices;
        this.contact = contact;
        this.codes = codes;
        this.clock = clock;
    }

    @POST
    @Path("/code/selectCodes")
    @Operation(summary = "Code classes changed since lastReqDt")
    public Envelope codes(Requests.@Nullable Codes body) {
        Requests.Codes question = Requests.required(body);
        devices.get(Model.VSDC, question.tin(), question.bhfId());
        Check.dateTime("lastReqDt", question.lastReqDt());
        if (Check.required("lastReqDt", question.lastReqDt()).compareTo(CODES_CHANGED_AT) > 0) {
            return Envelope.of(ResultCode.NOTHING_FOUND, clock.instant(), null);
        }
        return Envelope.of(ResultCode.SUCCEEDED, clock.instant(), Map.of("clsList", codes.listAll()));
    }

    /** Every TIN that begins with 1 or 9 belongs to somebody: ordinary and test TINs do. */
    @POST
    @Path("/customers/selectCustomer")
    @Operation(summary = "Taxpayer by TIN")
    public Envelope customer(Requests.@Nullable Customer body) {
        Requests.Customer question = Requests.required(body);
        devices.get(Model.VSDC, question.tin(), question.bhfId());
        contact.requireLine();
        String tin = Check.digits("custmTin", question.custmTin(), 9);
        if (!tin.startsWith("1") && !tin.startsWith("9")) {
            return Envelope.of(ResultCode.NOTHING_FOUND, clock.instant(), null);
        }
        Taxpayer taxpayer =
                new Taxpayer(tin, "TAXPAYER " + tin, "A", "KIGALI CITY", "NYARUGENGE", "NYARUGENGE", "SIMULATED");
        return Envelope.of(ResultCode.SUCCEEDED, clock.instant(), Map.of("custList", List.of(taxpayer)));
    }
}
