package rw.ishemalink.simulators.ebm;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** RRA's code classes, read from {@code vsdc-codes.tsv}: class, class name, code, code name. */
@Singleton
public class CodeClasses {

    /** A class of codes in RRA's names. */
    public record CodeClass(String cdCls, String cdClsNm, String useYn, List<Code> dtlList) {}

    /** A code in RRA's names; {@code srtOrd} is its place in the list. */
    public record Code(String cd, String cdNm, String useYn, int srtOrd) {}

    private static final String FILE = "/vsdc-codes.tsv";

    private final Map<String, CodeClass> classes = new LinkedHashMap<>();

    public CodeClasses() {
        try (InputStream in = CodeClasses.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String line) {
        String[] cells = line.split("\t", -1);
        List<Code> codes = classes.computeIfAbsent(
                        cells[0], name -> new CodeClass(name, cells[1], "Y", new ArrayList<>()))
                .dtlList();
        codes.add(new Code(cells[2], cells[3], "Y", codes.size() + 1));
    }

    boolean contains(String codeClass, String code) {
        CodeClass known = classes.get(codeClass);
        return known != null
                && known.dtlList().stream().anyMatch(entry -> entry.cd().equals(code));
    }

    public List<CodeClass> listAll() {
        return List.copyOf(classes.values());
    }
}
