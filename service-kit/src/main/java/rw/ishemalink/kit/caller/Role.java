package rw.ishemalink.kit.caller;

/** What a person may be. The names are those in the token's {@code groups} claim; constants serve {@code @RolesAllowed}. */
public enum Role {
    CUSTOMER,
    SENDER,
    EXPORTER,
    AGENT,
    DRIVER,
    OPERATOR,
    DISPATCHER,
    CUSTOMS_INSPECTOR,
    GOVERNMENT,
    AUDITOR,
    TENANT_ADMIN,
    PLATFORM_ADMIN,
    /** Another system of ours or an agency, by client credentials. */
    SERVICE;

    /** The roles as strings, for annotations. */
    public static final class Names {
        public static final String CUSTOMER = "CUSTOMER";
        public static final String SENDER = "SENDER";
        public static final String EXPORTER = "EXPORTER";
        public static final String AGENT = "AGENT";
        public static final String DRIVER = "DRIVER";
        public static final String OPERATOR = "OPERATOR";
        public static final String DISPATCHER = "DISPATCHER";
        public static final String CUSTOMS_INSPECTOR = "CUSTOMS_INSPECTOR";
        public static final String GOVERNMENT = "GOVERNMENT";
        public static final String AUDITOR = "AUDITOR";
        public static final String TENANT_ADMIN = "TENANT_ADMIN";
        public static final String PLATFORM_ADMIN = "PLATFORM_ADMIN";
        public static final String SERVICE = "SERVICE";

        private Names() {}
    }
}
