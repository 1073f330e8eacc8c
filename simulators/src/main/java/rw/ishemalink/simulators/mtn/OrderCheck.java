package rw.ishemalink.simulators.mtn;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.money.Party;
import rw.ishemalink.simulators.money.Terms;

/** Refuses an order that MTN would refuse: sandbox takes EUR only, Rwanda whole francs only. */
final class OrderCheck {

    private static final int MAX_TEXT_LENGTH = 160;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,12}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");
    /** MTN refuses apostrophes and "other special characters" without listing them; the narrow reading is used here. */
    private static final Pattern PLAIN_TEXT = Pattern.compile("[A-Za-z0-9 .,_-]*");

    private static final Pattern MSISDN = Pattern.compile("\\d{8,15}");

    private OrderCheck() {}

    static Terms terms(String environment, Orders.Body order) {
        String currency = order.currency();
        if (currency == null || !currency.equals(currencyOf(environment))) {
            throw MtnError.refusal(500, "INVALID_CURRENCY", "Currency not supported.");
        }
        Pattern form = currency.equals("RWF") ? WHOLE : DECIMAL;
        String amount = order.amount();
        if (amount == null || !form.matcher(amount).matches() || new BigDecimal(amount).signum() == 0) {
            throw MtnError.badRequest("amount must be a positive number as text; whole francs for RWF.");
        }
        String externalId = order.externalId();
        if (externalId == null || externalId.isBlank()) {
            throw MtnError.badRequest("externalId is missing.");
        }
        return new Terms(
                new BigDecimal(amount),
                currency,
                externalId,
                text("payerMessage", order.payerMessage()),
                text("payeeNote", order.payeeNote()));
    }

    static String currencyOf(String environment) {
        return environment.equals("sandbox") ? "EUR" : "RWF";
    }

    /** Refuses a party MTN could not address. */
    static Party party(String field, @Nullable Party party) {
        if (party == null || party.partyId() == null || party.partyIdType() == null) {
            throw MtnError.badRequest(field + " needs partyIdType and partyId.");
        }
        return switch (party.partyIdType()) {
            case "MSISDN" -> {
                if (!MSISDN.matcher(party.partyId()).matches()) {
                    throw MtnError.badRequest(field + ".partyId must be an MSISDN of digits only, without plus.");
                }
                yield party;
            }
            case "EMAIL", "PARTY_CODE" -> party;
            default -> throw MtnError.badRequest(field + ".partyIdType must be MSISDN, EMAIL or PARTY_CODE.");
        };
    }

    private static String text(String field, @Nullable String text) {
        String value = text == null ? "" : text;
        if (value.length() > MAX_TEXT_LENGTH) {
            throw MtnError.badRequest(field + " is longer than " + MAX_TEXT_LENGTH + " characters.");
        }
        if (!PLAIN_TEXT.matcher(value).matches()) {
            throw MtnError.badRequest(field + " has special characters.");
        }
        return value;
    }
}
