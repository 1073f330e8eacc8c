package rw.ishemalink.notification.consent;

import java.time.Duration;
import java.util.Optional;
import rw.ishemalink.notification.message.Channel;
import rw.ishemalink.notification.message.Template;

/** Whether, how and when a message may go out. Pure. */
public final class Consent {

    /** What to do with a message. */
    public sealed interface Verdict {

        /** It goes now. */
        record Send(Channel channel) implements Verdict {}

        /** It waits that long. */
        record Hold(Duration pause) implements Verdict {}

        /** It never goes. */
        record Withhold(String reason) implements Verdict {}
    }

    private Consent() {}

    /**
     * Decides.
     *
     * @param way what the person wishes for this urgency
     * @param phoneStopped whether the phone sent STOP
     * @param quiet how long the quiet hours still last, if it is in them
     */
    public static Verdict verdict(Template template, Way way, boolean phoneStopped, Optional<Duration> quiet) {
        Channel channel = template.channel();
        if (template.urgency().always() || template.answers()) {
            return new Verdict.Send(channel);
        }
        return switch (way) {
            case NONE -> new Verdict.Withhold("not wanted");
            case APP -> new Verdict.Send(Channel.PUSH);
            case USUAL -> {
                if (channel == Channel.SMS && phoneStopped) {
                    yield new Verdict.Withhold("stopped");
                }
                yield template.urgency().sleeps() && quiet.isPresent()
                        ? new Verdict.Hold(quiet.get())
                        : new Verdict.Send(channel);
            }
        };
    }
}
