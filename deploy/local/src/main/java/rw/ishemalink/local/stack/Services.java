package rw.ishemalink.local.stack;

import java.util.List;

/** Every service of the suite, in the order in which they are started. */
public final class Services {

    /** Who may make the first staff, one inviting and the other approving: the phones of the stack's administrators. */
    public static final String ADMIN_PHONE = "+250788000001";

    public static final String SECOND_ADMIN_PHONE = "+250788000002";

    static final int POSTGRES_PORT = 15_432;
    static final int KAFKA_PORT = 19_092;
    static final int AGENCIES_PORT = 19_094;
    static final int REGISTRY_PORT = 8_070;
    static final int SMTP_PORT = 2_525;
    static final int HTTPS_PORT = 8_443;

    private static final List<ServiceSpec> ALL = List.of(
            ServiceSpec.withoutDatabase("simulators", 8090, 128, "ISHEMA_SIMULATORS_URL")
                    .with("ISHEMA_SIMULATORS_MTN_CALLBACK_HOST", "127.0.0.1"),
            ServiceSpec.withDatabase("identity-service", 8081, "identity", "ISHEMA_IDENTITY_URL")
                    .with("ISHEMA_IDENTITY_MASTER_KEY", "${secret}")
                    .with("ISHEMA_ADMIN_PHONE", ADMIN_PHONE)
                    .with("ISHEMA_USSD_CLIENT_SECRET", "${secret}")
                    .with("ISHEMA_SECOND_ADMIN_PHONE", SECOND_ADMIN_PHONE)
                    // Whoever plays the story again and again logs the same administrators in each time.
                    .with("ISHEMA_IDENTITY_CODES_PER_WINDOW", "100")
                    .with("ISHEMA_IDENTITY_CODES_PER_DAY", "1000"),
            ServiceSpec.withDatabase("booking-service", 8082, "booking", "ISHEMA_BOOKING_URL")
                    .with("ISHEMA_BOOKING_DELIVERY_CODE_KEY", "${secret}"),
            ServiceSpec.withDatabase("payment-service", 8083, "payment", "ISHEMA_PAYMENT_URL")
                    // Half an hour by the rules (mission C3): too long to watch.
                    .with("ISHEMA_PAYMENT_WINDOW", "PT20S")
                    // Airtel wants to be left alone for three minutes: longer than that.
                    .with("ISHEMA_PAYMENT_AIRTEL_ASK_AFTER", "PT2S"),
            ServiceSpec.withDatabase("compliance-service", 8084, "compliance", "ISHEMA_COMPLIANCE_URL")
                    .with("ISHEMA_LOCAL_SIGNATURE_KEY", "${secret}")
                    // All that the law asks for, from the first day of the story.
                    .with("ISHEMA_RULES_V2_FROM", "2026-01-01"),
            ServiceSpec.withDatabase("tracking-service", 8085, "tracking", "ISHEMA_TRACKING_URL")
                    .with("ISHEMA_STATE_DIR", "${home}/data/${name}"),
            ServiceSpec.withDatabase("notification-service", 8086, "notification", "ISHEMA_NOTIFICATION_URL")
                    .with("ISHEMA_USSD_CLIENT_SECRET", "${secret}")
                    // The story is played at any hour.
                    .with("ISHEMA_QUIET_HOURS", "none"),
            ServiceSpec.withoutDatabase("analytics-streams", 8087, 384, "ISHEMA_ANALYTICS_URL")
                    .with("ISHEMA_STATE_DIR", "${home}/data/${name}")
                    .with("ISHEMA_ANALYTICS_GENERATION", "${generation}")
                    .with("ISHEMA_ANALYTICS_ADVERTISED", "127.0.0.1:${port}"),
            ServiceSpec.withDatabase("gateway", 8080, "gateway", "ISHEMA_GATEWAY_URL")
                    .with(
                            "ISHEMA_CORS_ORIGINS",
                            "http://localhost:${port},http://127.0.0.1:${port},https://localhost:${https-port}")
                    // Here everybody has the same address.
                    .with("ISHEMA_GATEWAY_LIMITS_TIMES", "1000")
                    .with("QUARKUS_HTTP_SSL_PORT", "${https-port}")
                    .with("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE", "${certificate}")
                    .with("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD", "${secret}"));

    private Services() {}

    /** All of them. */
    public static List<ServiceSpec> list() {
        return ALL;
    }
}
