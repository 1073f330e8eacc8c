package rw.ishemalink.identity.tenant;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import rw.ishemalink.identity.deadline.Deadline;
import rw.ishemalink.identity.token.SessionEnd;
import rw.ishemalink.identity.token.SessionEnds;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.tenant.TenantChange;

/** Opens, describes and closes tenants, and tells of those that stood before anybody listened. */
@Singleton
public class TenantBook implements Deadline {

    private final UnitOfWork work;
    private final TenantStore store;
    private final SessionEnds ends;

    TenantBook(UnitOfWork work, TenantStore store, SessionEnds ends) {
        this.work = work;
        this.store = store;
        this.ends = ends;
    }

    /** A new tenant; 409 when there is one of that code. */
    public Tenant open(String code, String name) {
        return work.call(tx -> {
            Tenant opened = store.insert(tx.sql(), code, name)
                    .orElseThrow(() -> ProblemException.conflict("tenant-exists", code));
            TenantEvents.publish(tx, TenantChange.OPENED, opened);
            return opened;
        });
    }

    /** All of them. */
    public List<Tenant> list() {
        return work.read(store::list);
    }

    /** One that the caller may know of: administrators their own, those of the platform any. */
    public Tenant get(Caller caller, String code) {
        return work.read(sql -> store.find(sql, code))
                .filter(tenant -> mayKnow(caller, tenant))
                .orElseThrow(() -> ProblemException.notFound("no-such-tenant"));
    }

    /** How it looks from now on. */
    public Tenant dress(Caller caller, String code, Brand brand) {
        return change(caller, code, tenant -> tenant.next(tenant.open(), brand, tenant.terms()));
    }

    /** What it runs under from now on. */
    public Tenant bind(Caller caller, String code, Terms terms) {
        return change(caller, code, tenant -> tenant.next(tenant.open(), tenant.brand(), terms));
    }

    /** Nobody logs in any more, and every login ends; closing a closed one changes nothing. */
    public Tenant close(Caller caller, String code) {
        return work.call(tx -> {
            Tenant tenant = getForUpdate(tx, caller, code);
            if (tenant.isPlatform()) {
                throw ProblemException.conflict("platform-stays-open");
            }
            if (!tenant.open()) {
                return tenant;
            }
            ends.endAllIn(tx, code, SessionEnd.BLOCKED);
            return save(tx, TenantChange.CLOSED, tenant.next(false, tenant.brand(), tenant.terms()));
        });
    }

    /** People log in again; reopening an open one changes nothing. */
    public Tenant reopen(Caller caller, String code) {
        return work.call(tx -> {
            Tenant tenant = getForUpdate(tx, caller, code);
            return tenant.open()
                    ? tenant
                    : save(tx, TenantChange.REOPENED, tenant.next(true, tenant.brand(), tenant.terms()));
        });
    }

    /** Tells of one tenant that nobody heard of yet. */
    @Override
    public boolean meetOne() {
        return work.call(tx -> {
            Optional<Tenant> untold = store.takeUntold(tx.sql());
            untold.ifPresent(tenant -> TenantEvents.publish(tx, TenantChange.OPENED, tenant));
            return untold.isPresent();
        });
    }

    private Tenant change(Caller caller, String code, UnaryOperator<Tenant> how) {
        return work.call(tx -> save(tx, TenantChange.CHANGED, how.apply(getForUpdate(tx, caller, code))));
    }

    private Tenant save(Tx tx, TenantChange change, Tenant tenant) {
        store.update(tx.sql(), tenant);
        TenantEvents.publish(tx, change, tenant);
        return tenant;
    }

    private Tenant getForUpdate(Tx tx, Caller caller, String code) {
        return store.findForUpdate(tx.sql(), code)
                .filter(tenant -> mayKnow(caller, tenant))
                .orElseThrow(() -> ProblemException.notFound("no-such-tenant"));
    }

    private static boolean mayKnow(Caller caller, Tenant tenant) {
        return caller.isAny(Role.PLATFORM_ADMIN) || caller.tenant().equals(tenant.code());
    }
}
