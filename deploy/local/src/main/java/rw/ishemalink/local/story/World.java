package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
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

    /** RURA authorises the driver until that day. */
    void authoriseDriver(String licenceNumber, LocalDate validUntil) {
        store("/rura/v1/authorisations/drivers/" + encode(licenceNumber), licenceNumber, validUntil);
    }

    /** RURA authorises the vehicle until that day. */
    void authoriseVehicle(String plate, LocalDate validUntil) {
        store("/rura/v1/authorisations/vehicles/" + encode(plate), plate, validUntil);
    }

    /** RURA licenses the operator until that day. */
    void licenseOperator(String tin, LocalDate validUntil) {
        store("/rura/v1/licences/operators/" + encode(tin), tin, validUntil);
    }

    private void store(String path, String holder, LocalDate validUntil) {
        simulators.put(
                path,
                Map.of(
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

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
