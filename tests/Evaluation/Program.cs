using WaSaas.Evaluation.Playing;
using Xunit.Runner.InProc.SystemConsole;

// dotnet run --project tests/Evaluation                                   the suite
// dotnet run --project tests/Evaluation -- --shop FILE --cases FILE       any shop and its cases, saved ones included
return Replay.Wanted(args) ? await Replay.RunAsync(args) : await ConsoleRunner.Run(args);
