package rw.ishemalink.local.load;

/** What {@code load analytics} can do once the topics and the table are full. */
public enum AnalyticsStage {
    /** Everything that was told is counted, as fast as it goes, beside a topology that does nothing but count. */
    CATCH_UP,
    /** Questions, through the door and directly, and the same in SQL. */
    QUERIES,
    /** How long until what is written can be seen, and what that costs. */
    FRESHNESS,
    /** Both know the same. */
    EQUALITY,
    /** Two instances, one of which is killed and both of which are restarted. */
    INSTANCES
}
