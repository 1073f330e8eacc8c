package rw.ishemalink.analytics.query.api;

/** What parameters mean that many questions have. */
public final class Described {

    public static final String TENANT =
            "Whose: the caller's own tenant when left out; * for everybody's (government, auditors, platform)";
    public static final String FROM = "First day in Kigali, yyyy-MM-dd; without from and to all that ever was";
    public static final String TO = "Last day, included; today when left out. At most 366 days";
    public static final String ZONE =
            "Where it begins: a district (RW-25), a province (RW-1 Kigali, 2 South, 3 West, 4 North, 5 East) or a country (UG)";
    public static final String MODE = "CARGO_DOMESTIC, CARGO_INTERNATIONAL, RIDE or TICKET; all when left out";
    public static final String MONTH = "yyyy-MM, in Kigali";
    public static final String PERIOD =
            "Rows by hour (at most the last 35 days), day (the default) or month (at most ten years); needs from";
    public static final String CELLS = "By cell of the map (H3, about 5 km²) in place of district and hour";
    public static final String BAD = "A day, period, zone, mode or limit to mend";
    public static final String FORBIDDEN = "Another tenant's figures, or everybody's, or an operator's dispatcher";
    public static final String AWAY = "Every partition is moving; ask again after Retry-After";
    public static final String UNCHANGED = "What If-None-Match names is still so";

    private Described() {}
}
