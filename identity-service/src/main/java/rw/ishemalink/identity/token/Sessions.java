package rw.ishemalink.identity.token;

import jakarta.inject.Singleton;
import java.util.Optional;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** A login from its first token to logout. */
@Singleton
public class Sessions {

    private final UnitOfWork work;
    private final RefreshFamilies families;
    private final TokenSubjects subjects;
    private final AccessTokens accessTokens;

    Sessions(UnitOfWork work, RefreshFamilies families, TokenSubjects subjects, AccessTokens accessTokens) {
        this.work = work;
        this.families = families;
        this.subjects = subjects;
        this.accessTokens = accessTokens;
    }

    /** Begins a login within the transaction that proved who the person is. */
    public IssuedTokens open(Tx tx, TokenSubject subject) {
        return issue(subject, families.open(tx.sql(), subject.tenant(), subject.personId()));
    }

    /** New tokens for a refresh token; empty when it is unknown, over, or was used before, which also ends its family. */
    public Optional<IssuedTokens> refresh(String refreshToken) {
        RefreshToken shown = new RefreshToken(refreshToken);
        return work.call(tx -> families.findForUpdate(tx.sql(), shown).flatMap(family -> follow(tx, family)));
    }

    /** Ends the login; an unknown token changes nothing. */
    public void logout(String refreshToken) {
        RefreshToken shown = new RefreshToken(refreshToken);
        work.run(tx -> families.findForUpdate(tx.sql(), shown)
                .ifPresent(family -> families.revoke(tx.sql(), family.familyId(), RefreshFamilies.End.LOGOUT)));
    }

    private Optional<IssuedTokens> follow(Tx tx, RefreshFamily family) {
        return switch (family.verdict()) {
            case ROTATE -> {
                TokenSubject subject = subjects.getSubject(tx, family.tenant(), family.personId());
                yield Optional.of(issue(subject, families.rotate(tx.sql(), family.familyId())));
            }
            case REVOKE -> {
                families.revoke(tx.sql(), family.familyId(), RefreshFamilies.End.REUSE);
                yield Optional.empty();
            }
            case REFUSE -> Optional.empty();
        };
    }

    private IssuedTokens issue(TokenSubject subject, RefreshToken refreshToken) {
        return new IssuedTokens(accessTokens.sign(subject), accessTokens.lifetime(), refreshToken.value(), subject);
    }
}
