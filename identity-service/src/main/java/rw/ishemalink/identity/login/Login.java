package rw.ishemalink.identity.login;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.identity.config.IdentityConfig;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Messages;
import rw.ishemalink.identity.people.People;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.identity.people.Tenants;
import rw.ishemalink.identity.token.IssuedTokens;
import rw.ishemalink.identity.token.SessionStart;
import rw.ishemalink.identity.token.Sessions;
import rw.ishemalink.identity.token.TokenSubject;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.schemas.notification.RequestedTemplate;

/**
 * Login in two steps: a code is sent, the code is exchanged for tokens. Each step locks the person's row first, so that
 * of two that come at once the second sees what the first did.
 */
@Singleton
public class Login {

    private final UnitOfWork work;
    private final People people;
    private final Messages messages;
    private final CodeStore codes;
    private final CodeDigits digits;
    private final FirstLogin firstLogin;
    private final Sessions sessions;
    private final long validityMinutes;

    Login(
            UnitOfWork work,
            People people,
            Messages messages,
            CodeStore codes,
            CodeDigits digits,
            FirstLogin firstLogin,
            Sessions sessions,
            IdentityConfig config) {
        this.work = work;
        this.people = people;
        this.messages = messages;
        this.codes = codes;
        this.digits = digits;
        this.firstLogin = firstLogin;
        this.sessions = sessions;
        this.validityMinutes = config.codes().validity().toMinutes();
    }

    /** Sends a code, unless too many were sent lately: who asks cannot tell the difference. */
    public void sendCode(String tenant, Phone phone, Optional<Language> language) {
        work.run(tx -> {
            Language languageOfNew = Tenants.getLanguageOfNew(tx.sql(), tenant);
            Person person = people.reserve(tx.sql(), tenant, phone, language.orElse(languageOfNew));
            if (codes.mayIssue(tx.sql(), person)) {
                UUID codeId = TimeOrderedId.next();
                String code = digits.next();
                codes.insert(tx.sql(), person, codeId, digits.hash(codeId, code));
                messages.send(
                        tx,
                        person,
                        person.phone(),
                        language.orElse(person.language()),
                        RequestedTemplate.ONE_TIME_CODE,
                        Map.of("code", code, "minutes", Long.toString(validityMinutes)));
            }
        });
    }

    /**
     * Tokens for the newest code of the phone; empty when it is wrong, over, used before or tried too often. Why somebody
     * gets none all the same (403) hears only who showed the code.
     */
    public Optional<IssuedTokens> exchange(String tenant, Phone phone, String code, SessionStart start) {
        return work.call(tx -> prove(tx, tenant, phone, code).map(subject -> sessions.open(tx, subject, start)));
    }

    /** Whose the phone is, by its newest code, without a login yet; empty when it is refused. The person is locked. */
    public Optional<TokenSubject> prove(Tx tx, String tenant, Phone phone, String code) {
        return people.findByPhoneForUpdate(tx.sql(), tenant, phone)
                .filter(person -> redeem(tx, person, code))
                .map(person -> enter(tx, person));
    }

    /** Whose the phone is, where somebody else vouches for it; a newcomer is registered. The person is locked. */
    public TokenSubject trust(Tx tx, String tenant, Phone phone, Language languageOfNew) {
        Tenants.check(tx.sql(), tenant);
        return enter(tx, people.reserve(tx.sql(), tenant, phone, languageOfNew));
    }

    /** Uses the newest code of a person, whose row is locked, without a login; false when it is refused. */
    public boolean redeem(Tx tx, Person person, String code) {
        return codes.findNewest(tx.sql(), person)
                .filter(newest -> use(tx, newest, code))
                .isPresent();
    }

    private boolean use(Tx tx, OneTimeCode newest, String shown) {
        return switch (newest.verdict(digits.hash(newest.codeId(), shown))) {
            case REDEEM -> {
                codes.markUsed(tx.sql(), newest);
                yield true;
            }
            case COUNT_A_TRY -> {
                codes.countATry(tx.sql(), newest);
                yield false;
            }
            case REFUSE -> false;
        };
    }

    private TokenSubject enter(Tx tx, Person person) {
        firstLogin.complete(tx, person);
        return people.getSubject(tx, person.tenant(), person.personId());
    }
}
