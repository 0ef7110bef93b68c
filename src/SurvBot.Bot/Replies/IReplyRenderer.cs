namespace SurvBot.Bot.Replies;

/// <summary>Shows a reply on one channel. A new kind of block does not compile before every channel can show it.</summary>
/// <typeparam name="T">What a block becomes there.</typeparam>
public interface IReplyRenderer<out T>
{
    T Paragraph(Paragraph block);

    T BulletList(BulletList block);

    T Disagreement(Disagreement block);

    T Development(Development block);

    T Caveat(Caveat block);

    T EvidenceStrip(EvidenceStrip block);

    T Sources(Sources block);

    T NearestArticles(NearestArticles block);

    T More(More block);

    T FollowUps(FollowUps block);

    T FeedbackRequest(FeedbackRequest block);

    T Progress(Progress block);
}
