package rw.ishemalink.identity.inbox;

import jakarta.inject.Singleton;
import java.util.Optional;
import rw.ishemalink.identity.privacy.PersonRequest.Part;
import rw.ishemalink.identity.privacy.PersonRequest.State;
import rw.ishemalink.identity.privacy.PersonRequests;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.privacy.PrivacyAnswer;

/** Puts together what the services did for a person. */
@Singleton
class PrivacyAnswerListener implements InboxListener<PrivacyAnswer> {

    private final PersonRequests requests;

    PrivacyAnswerListener(PersonRequests requests) {
        this.requests = requests;
    }

    @Override
    public Class<PrivacyAnswer> eventType() {
        return PrivacyAnswer.class;
    }

    @Override
    public void handle(Tx tx, PrivacyAnswer answer) {
        requests.answer(
                tx, answer.getRequestId(), part(answer), answer.getMetadata().getOccurredAt());
    }

    private static Part part(PrivacyAnswer answer) {
        boolean done = answer.getPostponedBecause() == null;
        return new Part(
                answer.getService(),
                done ? State.DONE : State.POSTPONED,
                answer.getRecords(),
                answer.getKept(),
                Optional.ofNullable(done ? answer.getKeptBecause() : answer.getPostponedBecause()));
    }
}
