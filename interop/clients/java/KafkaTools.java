// Several of Kafka's command line tools in one JVM, whose start takes longer than they do.
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Exit;

/** Takes a JSON array of [class, argument...], and prints what each prints and its exit code as one line of JSON. */
public class KafkaTools {
    /** The end of a tool. Some catch whatever is thrown and end once more: the first end is the one that counts. */
    static class Exited extends RuntimeException {}

    static Integer exitCode;
    static String printedAtExit;

    static Map<String, Object> run(String tool, String[] arguments) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream screen = new PrintStream(printed, true, StandardCharsets.UTF_8);
        PrintStream out = System.out;
        PrintStream error = System.err;
        exitCode = null;
        Exit.Procedure procedure = (code, message) -> {
            if (exitCode == null) {
                exitCode = code;
                printedAtExit = printed.toString(StandardCharsets.UTF_8);
            }
            throw new Exited();
        };
        Exit.setExitProcedure(procedure);
        Exit.setHaltProcedure(procedure);
        System.setOut(screen);
        System.setErr(screen);
        try {
            Class.forName(tool).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException ended) {
            if (exitCode == null) {
                exitCode = 1;
                ended.getCause().printStackTrace(screen);
                printedAtExit = printed.toString(StandardCharsets.UTF_8);
            }
        } finally {
            System.setOut(out);
            System.setErr(error);
        }
        String output = exitCode == null ? printed.toString(StandardCharsets.UTF_8) : printedAtExit;
        return Map.of("output", output, "code", exitCode == null ? 0 : exitCode);
    }

    public static void main(String[] arguments) throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<Map<String, Object>> results = new ArrayList<>();
        for (String[] command : json.readValue(arguments[0], String[][].class)) {
            results.add(run(command[0], Arrays.copyOfRange(command, 1, command.length)));
        }
        System.out.println(json.writeValueAsString(results));
        Runtime.getRuntime().halt(0);
    }
}
