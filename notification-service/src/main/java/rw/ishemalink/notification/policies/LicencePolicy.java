package rw.ishemalink.notification.policies;

import java.util.List;
import java.util.Optional;
import rw.ishemalink.notification.message.Recipient;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.message.WantedMessage;

/** What drivers are told of the licences that they work under. Without numbers: an SMS lies open. */
public final class LicencePolicy {

    /** When. */
    public enum Moment {
        EXPIRING,
        EXPIRED,
        TAKEN_AWAY
    }

    /** Of what; the text names it in the reader's language. */
    public enum Paper {
        OPERATOR_LICENCE,
        DRIVER_AUTHORISATION,
        VEHICLE_AUTHORISATION,
        VEHICLE_INSPECTION,
        DRIVING_LICENCE,
        INSURANCE
    }

    private LicencePolicy() {}

    /**
     * The message.
     *
     * @param lastDay last day on which it is valid, as people write it
     */
    public static WantedMessage message(Moment moment, Paper paper, Recipient recipient, String lastDay) {
        Template template =
                switch (moment) {
                    case EXPIRING -> Template.LICENCE_EXPIRING;
                    case EXPIRED -> Template.LICENCE_EXPIRED;
                    case TAKEN_AWAY -> Template.LICENCE_TAKEN_AWAY;
                };
        return new WantedMessage(template, recipient, List.of(paper.name(), lastDay), Optional.empty());
    }
}
