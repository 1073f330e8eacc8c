package rw.ishemalink.kit.probe;

/** The deep probe, {@code /q/health/group/deep}: every part that the service needs, not 200 when one is down. */
public final class Deep {

    /** The health group's name. */
    public static final String GROUP = "deep";

    private Deep() {}
}
