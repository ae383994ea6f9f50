using System.Diagnostics;

namespace WaSaas.Infrastructure.Tests.WhatsApp.Support;

internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Asks again until there is an answer.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> ask, string what)
        where T : class
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            Assert.True(waited.Elapsed < Patience, $"Waited in vain for {what}.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public static Task IsTrueAsync(Func<Task<bool>> ask, string what) =>
        GetAsync(async () => await ask() ? (object)true : null, what);
}
