package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The outside world, as the simulators play it: phones that receive SMS, payers, RURA's clerk. */
public final class World {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private final Phone simulators;
    private final StoryContext context;

    World(StoryContext context) {
        this.context = context;
        this.simulators = new Phone(context.simulators(), context.patience());
        simulators.header("X-Clerk-Key", "local-rura-clerk-key");
    }

    /** How many messages that phone has received. */
    int countSms(String phone) {
        return inbox(phone).size();
    }

    /** Texts that the phone has received, oldest first. */
    public List<String> listSms(String phone) {
        List<String> texts = new ArrayList<>();
        inbox(phone).forEach(sms -> texts.add(sms.path("message").asText()));
        return texts;
    }

    /** The code in the newest message after those that were there before: only the newest code counts. */
    String awaitCode(String phone, int before) {
        return new Patience(context.patience()).await("the code by SMS", () -> findCode(phone, before));
    }

    private Optional<String> findCode(String phone, int before) {
        return listSms(phone).stream()
                .skip(before)
                .map(CODE::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .reduce((earlier, later) -> later);
    }

    private JsonNode inbox(String phone) {
        return simulators.get("/sms/inbox?to=" + encode(phone));
    }

    /** From now on this payer never answers a prompt. */
    public void payerIsSilent(String phone) {
        simulators.put("/control/mtn/payers/" + phone.substring(1), Map.of("behaviour", "SILENT"));
    }

    /** RURA authorises the driver until that day; the driving licence with its categories is good for a year. */
    void authoriseDriver(String licenceNumber, List<String> categories, LocalDate validUntil) {
        store("/rura/v1/authorisations/drivers/", licenceNumber, entry(licenceNumber, validUntil));
        Map<String, Object> drivingLicence = entry(licenceNumber, today().plusYears(1));
        drivingLicence.put("categories", categories);
        store("/rura/v1/licences/drivers/", licenceNumber, drivingLicence);
    }

    /** RURA authorises the vehicle until that day; it was inspected today, and is insured. */
    void authoriseVehicle(String plate, LocalDate validUntil) {
        store("/rura/v1/authorisations/vehicles/", plate, entry(plate, validUntil));
        Map<String, Object> inspection = entry(plate, validUntil);
        inspection.put("issuedOn", today().toString());
        store("/rura/v1/inspections/vehicles/", plate, inspection);
        store("/rura/v1/insurances/vehicles/", plate, entry(plate, validUntil));
    }

    /** The clerk takes the driver's authorisation back, as of now. */
    public void revokeDriver(Driver driver, LocalDate validUntil) {
        Map<String, Object> entry = entry(driver.licenceNumber(), validUntil);
        entry.put("status", "REVOKED");
        store("/rura/v1/authorisations/drivers/", driver.licenceNumber(), entry);
    }

    /** RRA's device takes no connection any more, or again. */
    public void deviceIs(boolean up) {
        simulators.put("/control/vsdc", Map.of("mode", up ? "OK" : "DOWN"));
    }

    /** RURA licenses the operator until that day. */
    void licenseOperator(String tin, LocalDate validUntil) {
        store("/rura/v1/licences/operators/", tin, entry(tin, validUntil));
    }

    private void store(String path, String holder, Map<String, Object> entry) {
        simulators.put(path + encode(holder), entry);
    }

    private static Map<String, Object> entry(String holder, LocalDate validUntil) {
        return new HashMap<>(Map.of(
                "number",
                "RURA-" + holder.replace(" ", ""),
                "holder",
                holder,
                "issuedOn",
                validUntil.minusYears(2).toString(),
                "validUntil",
                validUntil.toString(),
                "status",
                "VALID"));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
