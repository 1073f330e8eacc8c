package rw.ishemalink.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * The house rules that every service keeps. A rule that matches no class fails (ArchUnit's default), so that a renamed
 * package cannot switch it off unseen.
 */
public final class ServiceRules {

    private static final String ROOT = "rw.ishemalink.";
    private static final Set<String> SHARED = Set.of(ROOT + "kit", ROOT + "schemas", ROOT + "streams");
    private static final List<String> SHELL = List.of(".api", ".store", ".inbox", ".outbound", ".config");

    private static final String[] MACHINERY = {
        "io.quarkus..",
        "io.vertx..",
        "org.apache.kafka..",
        "jakarta.persistence..",
        "org.hibernate..",
        "jakarta.ws.rs..",
        "org.jdbi..",
        "java.sql..",
        "java.net.http.."
    };

    private ServiceRules() {}

    /**
     * Checks a service.
     *
     * @param servicePackage e.g. {@code rw.ishemalink.booking}
     * @param ownSchemas the schema packages whose events the service publishes, e.g. {@code booking}
     */
    public static void check(String servicePackage, String... ownSchemas) {
        JavaClasses service = classesOf(servicePackage);
        boundaries(servicePackage, service);
        decisionsAreFreeOfMachinery(servicePackage).check(service);
        onlyTheInboxSeesForeignEvents(servicePackage, Set.of(ownSchemas)).check(service);
    }

    /** Checks what holds for Streams applications, too, in which a stream's steps and its decisions share a package. */
    public static void checkBoundaries(String servicePackage) {
        boundaries(servicePackage, classesOf(servicePackage));
    }

    private static JavaClasses classesOf(String servicePackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(servicePackage);
    }

    private static void boundaries(String servicePackage, JavaClasses service) {
        noServiceKnowsAnother(servicePackage).check(service);
        namesSayWhatAClassIs().check(service);
    }

    private static ArchRule noServiceKnowsAnother(String servicePackage) {
        return noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "belong to another service",
                        target -> isOurs(target)
                                && !target.getPackageName().startsWith(servicePackage)
                                && SHARED.stream().noneMatch(target.getPackageName()::startsWith)));
    }

    private static ArchRule decisionsAreFreeOfMachinery(String servicePackage) {
        return noClasses()
                .that(decide(servicePackage))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MACHINERY);
    }

    private static ArchRule onlyTheInboxSeesForeignEvents(String servicePackage, Set<String> ownSchemas) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(servicePackage + ".inbox..")
                .should()
                .dependOnClassesThat(describe("are events of another service", target -> {
                    String prefix = ROOT + "schemas.";
                    String name = target.getPackageName();
                    return name.startsWith(prefix)
                            && !name.startsWith(prefix + "wire")
                            && !ownSchemas.contains(name.substring(prefix.length()));
                }));
    }

    private static ArchRule namesSayWhatAClassIs() {
        return classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|Impl|Manager)")
                .because("such a name says nothing");
    }

    /** Classes that decide: in a feature package itself and not a bean, which ties decisions to the world. */
    private static DescribedPredicate<JavaClass> decide(String servicePackage) {
        return describe("decide", type -> {
            String inside = type.getPackageName()
                    .substring(Math.min(
                            servicePackage.length(), type.getPackageName().length()));
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return SHELL.stream().noneMatch(inside::contains) && !isBean(outermost);
        });
    }

    private static boolean isBean(JavaClass type) {
        return type.isAnnotatedWith(ApplicationScoped.class)
                || type.isAnnotatedWith(RequestScoped.class)
                || type.isAnnotatedWith(Singleton.class);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }
}
