using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations.Media;

/// <summary>Files of messages leave the disk after the commit that forgot them: a row never names a file that is gone without saying so.</summary>
internal sealed class MessageFiles(IFileStore files, FollowUps followUps)
{
    /// <summary>Photos of products are the catalogue's, in whatever message they stand.</summary>
    public static IQueryable<Message> WithOwnFile(IQueryable<Message> messages) => messages.Where(m => m.File != null && m.Sku == null);

    public void RemoveLater(IReadOnlyList<string> names) => followUps.Add(async ct =>
    {
        foreach (var name in names)
        {
            await files.DeleteAsync(name, ct);
        }
    });

    /// <summary>The messages themselves go in this very transaction.</summary>
    public async Task RemoveLaterAsync(IQueryable<Message> messages, CancellationToken ct) =>
        RemoveLater(await WithOwnFile(messages).Select(m => m.File!).ToListAsync(ct));
}
