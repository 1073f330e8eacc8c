package rw.ishemalink.simulators.airtel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The bodies that ask for money to move; amounts are numbers, an msisdn is text or number. */
public final class Orders {

    private Orders() {}

    /** {@code POST /merchant/v1/payments/}. */
    public record Collection(
            @Nullable String reference,
            @Nullable Subscriber subscriber,
            @Nullable Asked transaction) {}

    /** Who pays. */
    public record Subscriber(
            @Nullable String country,
            @Nullable String currency,
            @Nullable Object msisdn) {}

    /** How much, under which id. */
    public record Asked(
            @Nullable BigDecimal amount,
            @Nullable String country,
            @Nullable String currency,
            @Nullable String id) {}

    /** {@code POST /standard/v1/payments/refund}. */
    public record Refund(@Nullable Paid transaction) {}

    /** What goes back. */
    public record Paid(
            @Nullable @JsonProperty("airtel_money_id") String moneyId) {}

    /** {@code POST /standard/v1|v2/disbursements/}. */
    public record Disbursement(
            @Nullable Payee payee,
            @Nullable String reference,
            @Nullable String pin,
            @Nullable Sent transaction) {}

    /** Who is paid. */
    public record Payee(@Nullable Object msisdn) {}

    /** How much, under which id. */
    public record Sent(
            @Nullable BigDecimal amount,
            @Nullable String id,
            @Nullable String type) {}
}
