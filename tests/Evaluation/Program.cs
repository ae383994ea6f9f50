using WaSaas.Evaluation;
using WaSaas.Evaluation.Playing;
using Xunit.Runner.InProc.SystemConsole;

// dotnet run --project tests/Evaluation                                   the suite
// dotnet run --project tests/Evaluation -- --shop FILE --cases FILE       any shop and its cases, saved ones included
// dotnet run --project tests/Evaluation -- --model                        the same cases with the model that the environment names
return ModelRun.Wanted(args) ? await ModelRun.RunAsync(args) : Replay.Wanted(args) ? await Replay.RunAsync(args) : await ConsoleRunner.Run(args);
